package dev.understudy.mock;

/// What a mock makes of a request: a reply, or work that leads to one.
public sealed interface Outcome permits Reply, Work {}
