package dev.understudy.recording;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What is known of a recording.
///
/// @param startedBy the name of the person
/// @param endsAt when it stops if nobody stops it before
/// @param stopped empty while it runs
/// @param taken requests that were taken down, the same again included
/// @param requests how many of them are different
/// @param leftOut requests that could not be taken down
public record Recording(
        UUID id,
        String startedBy,
        Instant startedAt,
        Instant endsAt,
        Optional<Stop> stopped,
        long taken,
        int requests,
        long leftOut) {

    /// How it came to its end.
    ///
    /// @param by the name of the person; empty if it stopped by itself
    public record Stop(Instant at, Optional<String> by, Why why) {}

    public enum Why {
        PERSON,
        /// It had run as long as one may.
        TIME,
        /// It held as much as one may.
        FULL
    }

    public boolean isRunning() {
        return stopped.isEmpty();
    }
}
