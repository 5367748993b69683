package dev.understudy.collab;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.team.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a list of environments shows.
///
/// @param main the branch that everything here is about
/// @param folders the names of the first top-level folders
/// @param trashed when it was put in the trash and by whom, if it was
public record EnvironmentSummary(
        EnvironmentId id,
        BranchId main,
        TeamId team,
        String name,
        long revision,
        int routes,
        int responses,
        List<String> folders,
        LastChange lastChange,
        Optional<Trashed> trashed) {

    /// When somebody put it in the trash.
    public record Trashed(Instant at, String byName) {}
}
