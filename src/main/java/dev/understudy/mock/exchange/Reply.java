package dev.understudy.mock.exchange;

/// What is to be done for the client: send an answer, or ask another server for it.
public sealed interface Reply extends MockOutcome permits MockResponse, Forward {}
