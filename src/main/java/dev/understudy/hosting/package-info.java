/// Mocks that answer on an address: their life cycle, their ports, and the only place that knows Undertow.
@NullMarked
package dev.understudy.hosting;

import org.jspecify.annotations.NullMarked;
