package dev.understudy.team;

import java.util.UUID;

/// The id of an access token.
public record TokenId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
