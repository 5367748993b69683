/// Understudy: mock APIs that a team edits together and that really answer. Only the start is here.
@NullMarked
package dev.understudy;

import org.jspecify.annotations.NullMarked;
