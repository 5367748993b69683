package dev.understudy.hosting;

import dev.understudy.hosting.heavy.HeavyThreads;
import dev.understudy.hosting.outbound.Outbound;
import dev.understudy.hosting.outbound.OutboundGuard;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.MockWorld;
import java.util.concurrent.atomic.LongAdder;

/// What all mocks of the process share beside the wire: the threads for heavy work and the way out. Any thread may
/// call it.
///
/// @param requests counts those that mocks answered
record Backstage(HeavyThreads heavy, Outbound outbound, LongAdder requests) implements AutoCloseable {

    static Backstage of(OutboundGuard guard) {
        return new Backstage(new HeavyThreads(), new Outbound(guard), new LongAdder());
    }

    /// A mock with its part of everything.
    HostedMock host(CompiledMock mock, MockWorld world) {
        return new HostedMock(mock, world, heavy.share(), outbound.line(), requests);
    }

    @Override
    public void close() {
        heavy.close();
        outbound.close();
    }
}
