package dev.understudy.traffic.kept;

import dev.understudy.traffic.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A part of what is kept of a listener.
///
/// @param exchanges the newest first
/// @param leftOut how many were not kept in the time that was looked through, since there were too many
/// @param next before which exchange there may be more of it; empty if there is nothing more. Also if nothing was found
///     there may be something before that, since so much is looked through at a time
public record KeptPage(List<Exchange> exchanges, long leftOut, Optional<UUID> next) {

    /// Where nothing is kept.
    public static final KeptPage NOTHING = new KeptPage(List.of(), 0, Optional.empty());

    public KeptPage {
        exchanges = List.copyOf(exchanges);
    }
}
