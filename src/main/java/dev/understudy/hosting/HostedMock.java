package dev.understudy.hosting;

import dev.understudy.hosting.admin.AdminApi;
import dev.understudy.hosting.admin.LentVariables;
import dev.understudy.hosting.heavy.HeavyShare;
import dev.understudy.hosting.outbound.OutboundLine;
import dev.understudy.hosting.socket.SocketLimits;
import dev.understudy.hosting.socket.SocketStage;
import dev.understudy.hosting.socket.Sockets;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.Incident;
import dev.understudy.mock.MockRequest;
import dev.understudy.mock.MockState;
import dev.understudy.mock.MockWorld;
import dev.understudy.mock.Outcome;
import dev.understudy.mock.SocketSession;
import dev.understudy.traffic.Mishap;
import dev.understudy.traffic.Traffic;
import java.time.Clock;
import java.util.Optional;

/// A mock as a listener runs it: the version that answers now, what it remembers whichever version answers, what it
/// was asked, its connections, and its part of what mocks share. Each request sees one version. Any thread may call
/// it.
class HostedMock implements AutoCloseable {

    private final MockState state;
    private final Backstage backstage;
    private final HeavyShare heavy;
    private final OutboundLine outbound;
    private final Clock clock;
    private final Traffic traffic = new Traffic();
    private final Sockets sockets;
    private final Optional<AdminApi> admin;
    private volatile CompiledMock mock;

    HostedMock(CompiledMock first, MockWorld world, LentVariables variables, Backstage backstage) {
        this.state = new MockState(world);
        this.clock = world.clock();
        this.backstage = backstage;
        this.heavy = backstage.heavy().share();
        this.outbound = backstage.outbound().line();
        this.sockets = new Sockets(new SocketStage(this::keeps, heavy, this::happened), SocketLimits.DEFAULT);
        this.admin = backstage.adminApi() ? Optional.of(new AdminApi(state, traffic, variables)) : Optional.empty();
        this.mock = first;
        state.load(first);
    }

    /// The answer, or what has to be done for it.
    Outcome begin(MockRequest request) {
        backstage.requests().increment();
        return mock.begin(request, state);
    }

    /// Whether requests for a WebSocket are such for this mock.
    boolean hasSockets() {
        return mock.hasSockets();
    }

    /// What a WebSocket talks with; empty if no route takes its path.
    Optional<SocketSession> socket(MockRequest handshake) {
        return mock.socket(handshake, state);
    }

    /// Lets another version answer from now on.
    void swap(CompiledMock next) {
        state.load(next);
        mock = next;
        sockets.sweep();
    }

    /// Takes note of what went wrong.
    void happened(Incident incident) {
        traffic.add(new Mishap(clock.instant(), incident.code(), incident.message()));
    }

    MockState state() {
        return state;
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

    Sockets sockets() {
        return sockets;
    }

    /// Empty if the operator wants none.
    Optional<AdminApi> admin() {
        return admin;
    }

    /// Lets whoever knows the token use the admin API, and nobody else from now on.
    void admit(String token) {
        admin.ifPresent(api -> api.gate().admit(token));
    }

    /// Whether the admin API, if there is one, opens to this token.
    boolean admits(String token) {
        return admin.map(api -> api.gate().admits(token)).orElse(true);
    }

    @Override
    public void close() {
        sockets.close();
        outbound.close();
    }

    private boolean keeps(SocketSession session) {
        return mock.keeps(session);
    }
}
