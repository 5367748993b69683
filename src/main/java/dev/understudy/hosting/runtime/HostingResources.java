package dev.understudy.hosting.runtime;

import dev.understudy.hosting.heavy.HeavyThreads;
import dev.understudy.hosting.outbound.Outbound;
import java.util.concurrent.atomic.LongAdder;

/// What all mocks of the process share beside the wire. Any thread may call it.
///
/// @param heavy the threads for work that takes a while
/// @param outbound the way to other servers
/// @param memory for what they hold
/// @param adminApi whether listeners answer the admin API at all
/// @param host by which mocks are reached
/// @param requests counts those that mocks answered
public record HostingResources(
        HeavyThreads heavy, Outbound outbound, MockMemory memory, boolean adminApi, MockHost host, LongAdder requests)
        implements AutoCloseable {

    public static HostingResources of(MockSettings settings, MockHost host) {
        return of(settings, MockMemory.ofThisProcess(), host);
    }

    public static HostingResources of(MockSettings settings, MockMemory memory, MockHost host) {
        return new HostingResources(
                new HeavyThreads(), new Outbound(settings.guard()), memory, settings.adminApi(), host, new LongAdder());
    }

    @Override
    public void close() {
        heavy.close();
        outbound.close();
    }
}
