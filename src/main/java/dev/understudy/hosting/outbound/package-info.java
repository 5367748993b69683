/// Requests that mocks send to other servers, and the guard that keeps them out of the private network.
@NullMarked
package dev.understudy.hosting.outbound;

import org.jspecify.annotations.NullMarked;
