package dev.understudy.mock.exchange;

/// What a mock makes of a request: a reply, or work that leads to one.
public sealed interface MockOutcome permits Reply, DeferredReply {}
