package dev.understudy.team;

import java.util.UUID;

/// The id of a person with an account on this server.
public record UserId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
