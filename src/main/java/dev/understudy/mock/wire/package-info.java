/// What HTTP asks of a response: headers, types, charsets, freshness, and the bytes of its head.
@NullMarked
package dev.understudy.mock.wire;

import org.jspecify.annotations.NullMarked;
