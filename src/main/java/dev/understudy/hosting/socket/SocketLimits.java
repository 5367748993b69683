package dev.understudy.hosting.socket;

/// The bounds of WebSocket connections.
///
/// @param connections to one listener; more are refused with 503
/// @param messageBytes of one message of a client; a larger one ends the connection
/// @param waitingMessages of one client whose answers wait for their delay; no more are read until one is sent
/// @param waitingBytes for one client that it has not taken yet or that wait for their delay; more end the connection
/// @param pingMillis between two signs of life that a client is asked for; without one it is gone
public record SocketLimits(int connections, int messageBytes, int waitingMessages, int waitingBytes, int pingMillis) {

    public static final SocketLimits DEFAULT = new SocketLimits(1_000, 1024 * 1024, 100, 4 * 1024 * 1024, 30_000);

    /// Between two messages of a stream, whatever its author asked for.
    static final int MIN_INTERVAL_MILLIS = 10;
}
