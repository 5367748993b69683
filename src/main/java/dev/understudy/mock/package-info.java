/// What an environment compiles to: a pure function from request to response.
@NullMarked
package dev.understudy.mock;

import org.jspecify.annotations.NullMarked;
