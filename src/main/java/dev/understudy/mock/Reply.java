package dev.understudy.mock;

/// What is to be done for the client: send an answer, or ask another server for it.
public sealed interface Reply extends Outcome permits MockResponse, Forward {}
