/// From a request and a route to the answer.
@NullMarked
package dev.understudy.mock.respond;

import org.jspecify.annotations.NullMarked;
