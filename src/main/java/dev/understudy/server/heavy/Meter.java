package dev.understudy.server.heavy;

import java.util.function.LongSupplier;

/// Measures one piece of work by the time that its thread really had, and ends it when that is too much or when it was
/// given up. Asked by the thread that works; given up by any.
public final class Meter {

    /// The clock is asked once in so many steps; a step is about what it takes to look at one value.
    static final long STEPS_BETWEEN_LOOKS = 16_384;

    private final String name;
    private final LongSupplier workedNanos;
    private long startNanos;
    private long untilLook;
    private volatile boolean givenUp;

    Meter(String name, LongSupplier workedNanos) {
        this.name = name;
        this.workedNanos = workedNanos;
    }

    /// Tells of steps that are done, or about to be.
    ///
    /// @throws WorkEnded if that was enough
    public void spend(long steps) {
        untilLook -= steps;
        if (untilLook <= 0) {
            untilLook = STEPS_BETWEEN_LOOKS;
            look();
        }
    }

    void start() {
        startNanos = workedNanos.getAsLong();
    }

    void giveUp() {
        givenUp = true;
    }

    private void look() {
        if (givenUp) {
            throw new WorkEnded(WorkEnded.Reason.GIVEN_UP, name + " was given up.");
        }
        if (workedNanos.getAsLong() - startNanos > Workshop.BUDGET.toNanos()) {
            throw new WorkEnded(
                    WorkEnded.Reason.TIME_OVER,
                    "%s took more than %d seconds of work, which is the limit: it holds, or its parts stand for, too much. Split it, or take out parts that are used in very many places."
                            .formatted(name, Workshop.BUDGET.toSeconds()));
        }
    }
}
