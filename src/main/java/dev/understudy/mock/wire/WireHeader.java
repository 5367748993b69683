package dev.understudy.mock.wire;

/// One header line, its name spelled as it goes on the wire.
public record WireHeader(String name, String value) {}
