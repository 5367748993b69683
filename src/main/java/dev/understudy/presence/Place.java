package dev.understudy.presence;

import dev.understudy.environment.BranchId;
import dev.understudy.team.TeamId;

/// Where somebody can be.
sealed interface Place {

    /// In the room of a branch.
    record Room(BranchId branch) implements Place {}

    /// Before any page of a team that is no room.
    record Lobby(TeamId team) implements Place {}
}
