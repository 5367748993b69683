package dev.understudy.hosting.listener;

import dev.understudy.team.Branch;
import dev.understudy.team.UserId;
import java.util.Optional;

/// The token of one environment's admin API, for who decides whether it stays.
///
/// @param maker empty for one of the time when every editor could see it
public record TeamToken(Branch branch, String environmentName, Optional<UserId> maker, String makerName) {}
