package dev.understudy.environment;

import java.util.Optional;
import java.util.UUID;

/// The id under which the server keeps an environment. Two imports of one file are two environments.
public record EnvironmentId(UUID value) {

    public static Optional<EnvironmentId> parse(String text) {
        return NodeId.parse(text).map(id -> new EnvironmentId(UUID.fromString(id.value())));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
