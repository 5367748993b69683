/// What was asked of a mock and what it answered, kept for a while.
@NullMarked
package dev.understudy.traffic;

import org.jspecify.annotations.NullMarked;
