package dev.understudy.mock.exchange;

import java.util.function.Supplier;

/// An answer that takes more than a look-up, still to be worked out: once, on any thread, and not on one that
/// other clients wait for unless it is known to be quick.
public final class DeferredReply implements MockOutcome {

    private final Supplier<Reply> steps;
    private final ReplyCost cost;

    public DeferredReply(ReplyCost cost, Supplier<Reply> steps) {
        this.cost = cost;
        this.steps = steps;
    }

    /// Does it.
    public Reply run() {
        return steps.get();
    }

    /// What the route's work has taken so far. Whoever runs it tells how long it took.
    public ReplyCost cost() {
        return cost;
    }
}
