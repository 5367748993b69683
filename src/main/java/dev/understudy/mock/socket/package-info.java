/// Routes that talk on WebSockets.
@NullMarked
package dev.understudy.mock.socket;

import org.jspecify.annotations.NullMarked;
