package dev.understudy.traffic.kept;

import dev.understudy.environment.BranchId;
import dev.understudy.traffic.Exchange;

/// An exchange to be kept.
///
/// @param leftOut how many of the same listener before it are not kept, since there were too many
record KeptExchange(BranchId branch, Exchange exchange, long leftOut) {}
