/// Changes to a document as values: how they apply, merge, are undone and travel as JSON.
@NullMarked
package dev.understudy.edit;

import org.jspecify.annotations.NullMarked;
