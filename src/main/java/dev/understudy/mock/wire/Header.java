package dev.understudy.mock.wire;

/// One header line, its name spelled as it goes on the wire.
public record Header(String name, String value) {}
