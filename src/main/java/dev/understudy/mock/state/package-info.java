/// What a running mock remembers, and what it sees of the world.
@NullMarked
package dev.understudy.mock.state;

import org.jspecify.annotations.NullMarked;
