package dev.understudy.environment;

/// Whether a WebSocket route speaks of its own accord.
public enum StreamingMode implements Choosable {
    /// It does not: each message gets its answer.
    CONVERSATION,
    /// To each client for itself.
    UNICAST,
    /// The same to all clients.
    BROADCAST;

    @Override
    public String wireName() {
        return this == CONVERSATION ? "" : name();
    }
}
