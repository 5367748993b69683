package dev.understudy.team;

import dev.understudy.environment.NodeId;
import java.util.Optional;
import java.util.UUID;

/// The id of a team. Knowing one opens nothing: see [Accesses#team].
public record TeamId(UUID value) {

    public static Optional<TeamId> parse(String text) {
        return NodeId.parse(text).map(id -> new TeamId(UUID.fromString(id.value())));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
