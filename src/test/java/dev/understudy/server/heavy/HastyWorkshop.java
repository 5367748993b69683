package dev.understudy.server.heavy;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// Makes workshops in which time flies.
public final class HastyWorkshop {

    private HastyWorkshop() {}

    /// One with a single thread.
    ///
    /// @param hasty whether all time is over at the next look at the clock
    public static Workshop create(BooleanSupplier hasty) {
        AtomicLong nanos = new AtomicLong();
        return new Workshop(1, () -> nanos.addAndGet(hasty.getAsBoolean() ? Workshop.BUDGET.toNanos() + 1 : 0));
    }
}
