/// WebSocket connections of listeners: what a mock says, carried to its clients and back.
@NullMarked
package dev.understudy.hosting.socket;

import org.jspecify.annotations.NullMarked;
