package dev.understudy.mock;

import dev.understudy.environment.NodeId;

/// One WebSocket connection as the mock sees it. Counts its answers; one thread at a time may call it.
public interface SocketSession {

    NodeId route();

    SocketMode mode();

    /// Between two messages of a stream.
    int intervalMillis();

    /// Equal for the sessions of one route that has not changed in between: whose broadcasts are the same.
    Object key();

    /// What a message of the client is answered with. For conversations.
    SocketReply message(String text);

    /// The next message of a stream.
    SocketReply tick();
}
