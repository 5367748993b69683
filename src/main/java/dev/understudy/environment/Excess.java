package dev.understudy.environment;

/// How far something is beyond a limit, in the limit's unit.
///
/// @param value what was asked for, which is more than `limit`
public record Excess(long limit, long value) {}
