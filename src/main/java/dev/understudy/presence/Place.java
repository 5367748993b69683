package dev.understudy.presence;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.team.TeamId;

/// Where somebody can be.
sealed interface Place {

    /// In the room of an environment.
    record Room(EnvironmentId environment) implements Place {}

    /// Before any page of a team that is no room.
    record Lobby(TeamId team) implements Place {}
}
