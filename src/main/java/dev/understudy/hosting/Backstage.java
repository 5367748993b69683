package dev.understudy.hosting;

import dev.understudy.hosting.heavy.HeavyThreads;
import dev.understudy.hosting.outbound.Outbound;
import java.util.concurrent.atomic.LongAdder;

/// What all mocks of the process share beside the wire. Any thread may call it.
///
/// @param heavy the threads for work that takes a while
/// @param outbound the way to other servers
/// @param adminApi whether listeners answer the admin API at all
/// @param requests counts those that mocks answered
record Backstage(HeavyThreads heavy, Outbound outbound, boolean adminApi, LongAdder requests) implements AutoCloseable {

    static Backstage of(MockSettings settings) {
        return new Backstage(new HeavyThreads(), new Outbound(settings.guard()), settings.adminApi(), new LongAdder());
    }

    @Override
    public void close() {
        heavy.close();
        outbound.close();
    }
}
