package dev.understudy.hosting;

import dev.understudy.hosting.heavy.HeavyShare;
import dev.understudy.hosting.outbound.OutboundLine;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.MockRequest;
import dev.understudy.mock.MockState;
import dev.understudy.mock.MockWorld;
import dev.understudy.mock.Outcome;
import dev.understudy.traffic.Traffic;
import java.util.concurrent.atomic.LongAdder;

/// A mock as a listener runs it: the version that answers now, what it remembers whichever version answers, what it
/// was asked, and its part of what mocks share. Each request sees one version. Any thread may call it.
class HostedMock implements AutoCloseable {

    private final MockState state;
    private final HeavyShare heavy;
    private final OutboundLine outbound;
    private final LongAdder requests;
    private final Traffic traffic = new Traffic();
    private volatile CompiledMock mock;

    HostedMock(CompiledMock first, MockWorld world, HeavyShare heavy, OutboundLine outbound, LongAdder requests) {
        this.state = new MockState(world);
        this.heavy = heavy;
        this.outbound = outbound;
        this.requests = requests;
        this.mock = first;
        state.load(first);
    }

    /// The answer, or what has to be done for it.
    Outcome begin(MockRequest request) {
        requests.increment();
        return mock.begin(request, state);
    }

    /// Lets another version answer from now on.
    void swap(CompiledMock next) {
        state.load(next);
        mock = next;
    }

    HeavyShare heavy() {
        return heavy;
    }

    OutboundLine outbound() {
        return outbound;
    }

    Traffic traffic() {
        return traffic;
    }

    @Override
    public void close() {
        outbound.close();
    }
}
