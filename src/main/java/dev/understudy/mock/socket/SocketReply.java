package dev.understudy.mock.socket;

import dev.understudy.mock.exchange.Incident;
import dev.understudy.mock.exchange.Origin;
import dev.understudy.mock.rule.Trail;
import java.util.List;
import java.util.Optional;

/// What a WebSocket client gets.
///
/// @param text empty if nothing is to be sent
/// @param delayMillis to wait before
/// @param closes whether the connection ends after it
/// @param origin the response that it came from
/// @param trail what was decided on the way; empty if nothing was that can't be told without it
public record SocketReply(
        Optional<String> text,
        int delayMillis,
        boolean closes,
        List<Incident> incidents,
        Optional<Origin> origin,
        Optional<Trail> trail) {

    /// Nothing to send.
    public static final SocketReply NOTHING = new SocketReply(Optional.empty(), 0, false, List.of());

    SocketReply(Optional<String> text, int delayMillis, boolean closes, List<Incident> incidents) {
        this(text, delayMillis, closes, incidents, Optional.empty(), Optional.empty());
    }

    /// The same as what came of that way.
    SocketReply after(Trail way, Optional<Origin> from) {
        Optional<Trail> noted = way.isEmpty() ? Optional.empty() : Optional.of(way);
        return noted.isEmpty() && from.isEmpty()
                ? this
                : new SocketReply(text, delayMillis, closes, incidents, from, noted);
    }
}
