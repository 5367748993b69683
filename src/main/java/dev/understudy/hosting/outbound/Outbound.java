package dev.understudy.hosting.outbound;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;

/// Everything that the mocks of this process send to other servers. Any thread may call it.
public final class Outbound implements AutoCloseable {

    private final Door door;
    private final OutboundLimits limits;
    private final Semaphore turns;
    private final ScheduledExecutorService deadlines;

    /// Sends by the names of the operating system.
    public Outbound(OutboundGuard guard) {
        this(guard, new SystemNames(), OutboundLimits.DEFAULT);
    }

    Outbound(OutboundGuard guard, NameResolver names, OutboundLimits limits) {
        this.door = new Door(names, guard, limits);
        this.limits = limits;
        this.turns = new Semaphore(limits.underWay(), true);
        this.deadlines = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("outbound-deadlines").factory());
    }

    /// The way out for one more listener.
    public OutboundLine line() {
        return new OutboundLine(door, limits, turns, deadlines);
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
    }
}
