package dev.understudy.mock.socket;

import dev.understudy.mock.exchange.Incident;
import java.util.List;
import java.util.Optional;

/// What a WebSocket client gets.
///
/// @param text empty if nothing is to be sent
/// @param delayMillis to wait before
/// @param closes whether the connection ends after it
public record SocketReply(Optional<String> text, int delayMillis, boolean closes, List<Incident> incidents) {

    /// Nothing to send.
    public static final SocketReply NOTHING = new SocketReply(Optional.empty(), 0, false, List.of());
}
