package dev.understudy.hosting.runtime;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.MemoryBudget;
import dev.understudy.hosting.admin.AdminApi;
import dev.understudy.hosting.admin.AdminToken;
import dev.understudy.hosting.admin.LentVariables;
import dev.understudy.hosting.heavy.HeavyShare;
import dev.understudy.hosting.outbound.ListenerHttpClient;
import dev.understudy.hosting.socket.SocketConnections;
import dev.understudy.hosting.socket.SocketContext;
import dev.understudy.hosting.socket.SocketLimits;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.exchange.Incident;
import dev.understudy.mock.exchange.MockOutcome;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.explain.Signposts;
import dev.understudy.mock.socket.SocketSession;
import dev.understudy.mock.state.MockState;
import dev.understudy.mock.state.MockWorld;
import dev.understudy.traffic.Mishap;
import dev.understudy.traffic.Traffic;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// A mock as a listener runs it: the version that answers now, what it remembers whichever version answers, what it
/// was asked, its connections, and its part of what mocks share. Each request sees one version. Any thread may call
/// it.
public class MockRuntime implements AutoCloseable {

    private final MockState state;
    private final HostingResources resources;
    private final HeavyShare heavy;
    private final ListenerHttpClient outbound;
    private final Clock clock;
    private final Traffic traffic;
    private final SocketConnections sockets;
    private final Optional<AdminApi> admin;
    private final MemoryBudget memory;
    private final boolean fits;
    private final Resends resends = new Resends();
    private final AtomicBoolean settling = new AtomicBoolean();
    private volatile CompiledMock mock;
    private volatile Supplier<Optional<Witness>> witness = Optional::empty;

    MockRuntime(CompiledMock first, MockWorld world, LentVariables variables, HostingResources resources) {
        this.state = new MockState(world);
        this.clock = world.clock();
        this.resources = resources;
        this.heavy = resources.heavy().share();
        this.memory = world.memory();
        this.traffic = new Traffic(memory);
        this.outbound = resources.outbound().line(memory);
        this.sockets = new SocketConnections(
                new SocketContext(this::keeps, heavy, this::happened, memory), SocketLimits.DEFAULT);
        this.admin = resources.adminApi() ? Optional.of(new AdminApi(state, traffic, variables)) : Optional.empty();
        this.mock = first;
        this.fits = first.load(state);
    }

    /// Whether there was memory for its buckets when it was made.
    boolean fits() {
        return fits;
    }

    /// The answer, or what has to be done for it.
    public MockOutcome begin(MockRequest request) {
        resources.requests().increment();
        return mock.begin(request, state);
    }

    /// By which name it is reached.
    public MockHost host() {
        return resources.host();
    }

    /// Whether requests for a WebSocket are such for this mock.
    public boolean hasSockets() {
        return mock.hasSockets();
    }

    /// What a WebSocket talks with; empty if no route takes its path.
    public Optional<SocketSession> socket(MockRequest handshake) {
        return mock.socket(handshake, state);
    }

    /// Lets another version answer from now on.
    public void swap(CompiledMock next) {
        next.load(state);
        mock = next;
        sockets.sweep();
        settleTraffic();
    }

    /// What explains the answers of the version that answers now.
    public Signposts signposts() {
        return mock.signposts();
    }

    /// Lets go of the versions before, which the log holds on to as long as it may have to explain their answers.
    private void settleTraffic() {
        if (settling.compareAndSet(false, true)) {
            boolean taken = heavy.submit(() -> {
                settling.set(false);
                traffic.settle();
            });
            if (!taken) {
                settling.set(false);
            }
        }
    }

    /// Takes note of what went wrong.
    public void happened(Incident incident) {
        traffic.add(new Mishap(clock.instant(), incident.code(), incident.message()));
    }

    /// Lets whoever hears of its branch at the moment hear what other servers answer through it.
    public MockRuntime heardBy(Witnesses witnesses, BranchId branch) {
        witness = () -> witnesses.of(branch);
        return this;
    }

    /// Whoever hears what other servers answer.
    public Optional<Witness> witness() {
        return witness.get();
    }

    public MockState state() {
        return state;
    }

    public HeavyShare heavy() {
        return heavy;
    }

    public ListenerHttpClient outbound() {
        return outbound;
    }

    public Traffic traffic() {
        return traffic;
    }

    /// The requests that people send to it again.
    public Resends resends() {
        return resends;
    }

    /// What it may hold.
    public MemoryBudget memory() {
        return memory;
    }

    public SocketConnections sockets() {
        return sockets;
    }

    /// Empty if the operator wants none.
    public Optional<AdminApi> admin() {
        return admin;
    }

    /// Lets whoever knows the token use the admin API, and nobody else from now on.
    public void admit(Optional<AdminToken> token) {
        admin.ifPresent(api -> api.gate().admit(token));
    }

    /// Whether the admin API, if there is one, opens to this token and to no other.
    public boolean opensTo(Optional<AdminToken> token) {
        return admin.map(api -> api.gate().opensTo(token)).orElse(true);
    }

    @Override
    public void close() {
        sockets.close();
        outbound.close();
        memory.close();
    }

    private boolean keeps(SocketSession session) {
        return mock.keeps(session);
    }
}
