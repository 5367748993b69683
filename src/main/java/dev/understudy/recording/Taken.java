package dev.understudy.recording;

import dev.understudy.observed.Observed;
import java.time.Instant;

/// A request that was taken down, with the content of its last answer.
///
/// @param at of the last answer
/// @param content not to be written to
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Taken(Observed observed, Instant at, byte[] content) {}
