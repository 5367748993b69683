/// Texts of a document that may be templates.
@NullMarked
package dev.understudy.mock.text;

import org.jspecify.annotations.NullMarked;
