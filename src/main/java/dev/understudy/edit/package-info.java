/// Edits as values: how they apply to an environment, how they merge with what was committed before them, and how
/// they are undone.
@NullMarked
package dev.understudy.edit;

import org.jspecify.annotations.NullMarked;
