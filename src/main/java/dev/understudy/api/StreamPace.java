package dev.understudy.api;

import java.time.Duration;

/// How often an event stream does something of its own accord.
///
/// @param keepAlive how long it may be quiet before it sends a comment
/// @param lookAgain how often it is looked up whether the client may still see the environment, if the log of rights
///        names no reason to and its token's time is not over before
record StreamPace(Duration keepAlive, Duration lookAgain) {

    /// The contract promises a comment every 15 s at least.
    static final StreamPace USUAL = new StreamPace(Duration.ofSeconds(10), Duration.ofSeconds(30));
}
