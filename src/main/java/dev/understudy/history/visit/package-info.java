/// What is new to whom.
@NullMarked
package dev.understudy.history.visit;

import org.jspecify.annotations.NullMarked;
