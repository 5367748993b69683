package dev.understudy.collab;

import org.jspecify.annotations.Nullable;

/// A room can't commit now. Nothing is lost as long as the client keeps its change and submits it again under
/// the same number.
public final class RoomUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param message a sentence for people
    public RoomUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
