package dev.understudy.asset;

import java.time.Instant;

/// Who brought a content to an environment, and when; the last one, if several did.
///
/// @param byName the name of the person; empty if it is not known any more
public record Stored(Instant at, String byName) {}
