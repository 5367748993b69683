/// Between bytes and mocks: Undertow, the bodies of requests, the answers, and what both may take.
@NullMarked
package dev.understudy.hosting.wire;

import org.jspecify.annotations.NullMarked;
