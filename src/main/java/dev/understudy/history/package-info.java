/// Undo, activity, trash and restore; bringing something back is always a new edit, never a rewrite.
@NullMarked
package dev.understudy.history;

import org.jspecify.annotations.NullMarked;
