package dev.understudy.traffic;

import java.util.List;
import java.util.Optional;

/// What there is of an exchange beside request and answer, as far as it is known.
///
/// @param sentAgainBy the name of who sent it again; empty if it came from outside
/// @param conversation on the WebSocket that it opened
/// @param callbacks that its answer brought with it, in the order in which something came of them
public record Sequel(String sentAgainBy, Optional<Conversation> conversation, List<CallbackReport> callbacks) {

    /// Nothing, as with most.
    public static final Sequel NONE = new Sequel("", Optional.empty(), List.of());

    /// Callbacks of one exchange that are kept.
    public static final int MAX_CALLBACKS = 20;

    public Sequel {
        callbacks = List.copyOf(callbacks);
    }
}
