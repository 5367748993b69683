package dev.understudy.team;

import java.util.UUID;

/// The id of a person with an account on this server.
public record UserId(UUID value) {

    /// The server itself, as the author of what nobody in particular did.
    public static final UserId SERVER = new UserId(new UUID(0, 0));

    @Override
    public String toString() {
        return value.toString();
    }
}
