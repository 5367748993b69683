/// Rules: which response of a route answers a request.
@NullMarked
package dev.understudy.mock.rule;

import org.jspecify.annotations.NullMarked;
