package dev.understudy.team;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.EnvironmentId;

/// One line of work on one environment, and whose it is: what a room, the people in it, a listener and a link belong
/// to.
public record Branch(BranchId id, EnvironmentId environment, TeamId team) {}
