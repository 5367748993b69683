package dev.understudy.hosting.outbound;

import dev.understudy.environment.MemoryBudget;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;

/// Everything that the mocks of this process send to other servers. Any thread may call it.
public final class Outbound implements AutoCloseable {

    private final GuardedConnector connector;
    private final OutboundLimits limits;
    private final Semaphore turns;
    private final ScheduledExecutorService deadlines;

    /// Sends by the names of the operating system.
    public Outbound(OutboundGuard guard) {
        this(guard, new SystemNames(), OutboundLimits.DEFAULT);
    }

    Outbound(OutboundGuard guard, NameResolver names, OutboundLimits limits) {
        this.connector = new GuardedConnector(names, guard, limits);
        this.limits = limits;
        this.turns = new Semaphore(limits.underWay(), true);
        this.deadlines = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("outbound-deadlines").factory());
    }

    /// The way out for one more listener.
    ///
    public ListenerHttpClient line(MemoryBudget memory) {
        return new ListenerHttpClient(connector, limits, turns, deadlines, memory);
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
    }
}
