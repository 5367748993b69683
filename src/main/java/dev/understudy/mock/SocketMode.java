package dev.understudy.mock;

/// How a WebSocket route talks.
public enum SocketMode {
    /// Each message gets its answer.
    CONVERSATION,
    /// Each client gets messages at an interval.
    UNICAST,
    /// All clients of the route get the same messages at an interval, made for the first of them.
    BROADCAST
}
