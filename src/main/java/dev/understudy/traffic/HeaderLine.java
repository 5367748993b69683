package dev.understudy.traffic;

/// One header of a request or a response.
public record HeaderLine(String name, String value) {}
