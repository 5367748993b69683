package dev.understudy.mock.exchange;

import java.util.concurrent.atomic.AtomicInteger;

/// What the work of one route has taken lately, so that it is done where it disturbs nobody. Any thread may
/// call it.
public final class ReplyCost {

    /// Work that takes longer than this disturbs whoever waits for the same thread.
    public static final long SMALL_NANOS = 500_000;

    /// So many runs in a row have to be quick before the next one is taken to be.
    public static final int RUNS = 32;

    private final AtomicInteger quickRuns = new AtomicInteger();

    /// Takes note of one run.
    public void took(long nanos) {
        if (nanos > SMALL_NANOS) {
            quickRuns.set(0);
        } else if (quickRuns.get() < RUNS) {
            quickRuns.incrementAndGet();
        }
    }

    /// Whether the next run is likely to be quick.
    public boolean isSmall() {
        return quickRuns.get() >= RUNS;
    }
}
