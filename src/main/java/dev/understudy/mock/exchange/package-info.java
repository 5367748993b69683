/// What comes into a mock and what goes out of it.
@NullMarked
package dev.understudy.mock.exchange;

import org.jspecify.annotations.NullMarked;
