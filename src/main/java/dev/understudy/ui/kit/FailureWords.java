package dev.understudy.ui.kit;

import dev.understudy.collab.RoomUnavailable;
import dev.understudy.collab.TeamIsFull;
import dev.understudy.team.Forbidden;
import java.util.Optional;

/// What people are told of a failure that is no mistake of ours: it was refused, or can't be done for the moment.
public final class FailureWords {

    static final String OUTAGE =
            "The server can't reach its database for the moment. Wait a little, look whether it was"
                    + " done all the same, and try again.";

    private FailureWords() {}

    /// A sentence that says what to do; empty for a mistake of ours.
    public static Optional<String> of(Throwable failure) {
        return switch (failure) {
            case Forbidden forbidden -> Optional.of(forbidden.sentence());
            case TeamIsFull full -> Optional.of(String.valueOf(full.getMessage()));
            case RoomUnavailable unavailable -> Optional.of(String.valueOf(unavailable.getMessage()));
            default -> Retry.isPassing(failure) ? Optional.of(OUTAGE) : Optional.empty();
        };
    }
}
