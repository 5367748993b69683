package dev.understudy.hosting.listener;

import dev.understudy.collab.Room;
import dev.understudy.collab.Rooms;
import dev.understudy.collab.Snapshot;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.runtime.HostingResources;
import dev.understudy.hosting.runtime.MockMemory;
import dev.understudy.hosting.runtime.MockSettings;
import dev.understudy.hosting.runtime.MockWorlds;
import dev.understudy.hosting.runtime.RecompilingMock;
import dev.understudy.hosting.runtime.StoppedMocks;
import dev.understudy.hosting.runtime.StoppedTraffic;
import dev.understudy.hosting.runtime.Witnesses;
import dev.understudy.hosting.tls.TlsSettings;
import dev.understudy.hosting.wire.WireLimits;
import dev.understudy.hosting.wire.WireServer;
import dev.understudy.mock.state.MockFiles;
import dev.understudy.team.Access;
import dev.understudy.team.Branch;
import dev.understudy.team.TeamId;
import dev.understudy.traffic.Traffic;
import dev.understudy.traffic.kept.Keeper;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The listeners that run in this process. Any thread may call it, but only one at a time for the same
/// branch.
@Component
final class LocalListeners implements AutoCloseable {

    /// Listeners of one process; more are refused.
    static final int MAX_LISTENERS = 500;

    /// What stopped mocks were asked holds this part of the memory of mocks at most.
    private static final int PART_OF_STOPPED = 32;

    /// A team runs this part of them at most, so that others can run some, too.
    static final int TEAMS_PART = 2;

    private final Rooms rooms;
    private final ListenerSettings settings;
    private final MockWorlds worlds;
    private final HostingResources resources;
    private final WireServer wire;
    private final Binder binder;
    private final StoppedMocks stopped = new StoppedMocks();
    private final StoppedTraffic left;
    private final Keeper keeper;
    private final Witnesses witnesses = new Witnesses();
    private final int maxListeners;
    private final Map<BranchId, LocalListener> running = new ConcurrentHashMap<>();

    @Autowired
    LocalListeners(
            Rooms rooms,
            ListenerSettings settings,
            MockSettings mocks,
            MockWorlds worlds,
            Keeper keeper,
            Clock clock,
            MeterRegistry registry) {
        this(
                rooms,
                settings,
                worlds,
                HostingResources.of(mocks, settings.mockHost()),
                keeper,
                clock,
                registry,
                MAX_LISTENERS);
    }

    LocalListeners(
            Rooms rooms,
            ListenerSettings settings,
            MockWorlds worlds,
            HostingResources resources,
            Keeper keeper,
            Clock clock,
            MeterRegistry registry,
            int maxListeners) {
        this.maxListeners = maxListeners;
        this.rooms = rooms;
        this.settings = settings;
        this.worlds = worlds;
        this.resources = resources;
        this.keeper = keeper;
        this.left = new StoppedTraffic(resources.memory().aside(PART_OF_STOPPED));
        this.wire = new WireServer(clock, WireLimits.DEFAULT);
        this.binder = new Binder(wire, settings, clock);
        Gauge.builder("understudy.listeners", running, Map::size)
                .description("Listeners that run in this process")
                .register(registry);
        Gauge.builder("understudy.mocks.memory", resources.memory(), MockMemory::taken)
                .baseUnit("bytes")
                .description("What the mocks of this process hold, about")
                .register(registry);
        FunctionCounter.builder("understudy.requests", resources.requests(), LongAdder::sum)
                .description("Requests that the mocks of this process answered")
                .register(registry);
    }

    Optional<LocalListener> find(BranchId branch) {
        return Optional.ofNullable(running.get(branch));
    }

    /// What a branch was asked, by the listener that runs here or ran here last.
    Optional<Traffic> traffic(BranchId branch) {
        return find(branch).map(listener -> listener.mock().hosted().traffic()).or(() -> left.find(branch));
    }

    /// To be called when a listener runs elsewhere that may have run here before, or is gone.
    void forgetTraffic(BranchId branch) {
        left.forget(branch);
    }

    Set<BranchId> running() {
        return Set.copyOf(running.keySet());
    }

    /// Opens on exactly this port.
    OpenResult openAt(Branch branch, int port, Consumer<Branch> onNewUrl) {
        return open(branch, onNewUrl, _ -> List.of(port));
    }

    /// Opens on one of these ports if it can be had, else on the one that the document names, else on a free one.
    OpenResult openPreferring(Branch branch, List<Integer> preferred, Consumer<Branch> onNewUrl) {
        return open(branch, onNewUrl, mock -> {
            int own = mock.environment().root().get(Schema.ENVIRONMENT_PORT);
            List<Integer> wishes = preferred.isEmpty() ? List.of(own) : preferred;
            return PortChoice.candidates(wishes, settings.ports());
        });
    }

    /// Lets a running listener answer on another port; the old one is closed when the new one answers.
    OpenResult move(LocalListener listener, int port) {
        return switch (binder.bind(
                List.of(port),
                listener.mock(),
                files(listener.branch(), listener.mock().environment()))) {
            case Binder.Bound.At(WireServer.Binding binding, TlsSettings tls, var _) -> {
                LocalListener moved = listener.at(binding, tls);
                running.put(moved.branch().id(), moved);
                listener.binding().close();
                yield new OpenResult.Opened(moved);
            }
            case Binder.Bound.Nowhere(String reason) -> new OpenResult.Refused(reason);
        };
    }

    /// What is wrong with a document whose mock does not run here.
    List<Problem> problems(Branch branch, Snapshot snapshot) {
        return stopped.problems(branch.id(), snapshot, resources.memory().ofTeam(branch.team()));
    }

    /// The files of a branch as this state of it has them, whether its listener runs or not.
    MockFiles files(Branch branch, Environment document) {
        return worlds.files(branch.environment(), document);
    }

    /// Who hears what other servers answer through the mocks of this process.
    Witnesses witnesses() {
        return witnesses;
    }

    /// Whether the operator lets listeners have an admin API.
    boolean hasAdminApi() {
        return resources.adminApi();
    }

    /// Stops it, if it runs. Returns when its connections are being closed.
    void close(BranchId branch) {
        LocalListener listener = running.remove(branch);
        if (listener != null) {
            listener.close();
            left.keep(branch, listener.mock().hosted().traffic());
        }
    }

    /// Brings a mock up to date that may have missed a change.
    void refresh(Branch branch) {
        LocalListener listener = running.get(branch.id());
        if (listener != null) {
            listener.mock().follow(room(branch));
        }
    }

    private OpenResult open(Branch branch, Consumer<Branch> onNewUrl, Function<RecompilingMock, List<Integer>> ports) {
        Optional<String> tooMany = tooMany(branch.team());
        if (tooMany.isPresent()) {
            return new OpenResult.Refused(tooMany.get());
        }
        MockMemory.Share share = resources.memory().ofTeam(branch.team());
        Optional<RecompilingMock> opened = RecompilingMock.open(
                room(branch),
                share,
                (first, memory) -> worlds.host(first, branch.environment(), memory, resources)
                        .heardBy(witnesses, branch.id()),
                _ -> onNewUrl.accept(branch));
        if (opened.isEmpty()) {
            return new OpenResult.Refused(share.budget().refusal());
        }
        RecompilingMock mock = opened.get();
        MockFiles files = files(branch, mock.environment());
        return switch (binder.bind(ports.apply(mock), mock, files)) {
            case Binder.Bound.At(WireServer.Binding binding, TlsSettings tls, Set<Integer> taken) -> {
                LocalListener listener = new LocalListener(branch, mock, tls, binding, taken);
                running.put(branch.id(), listener);
                left.forget(branch.id());
                keeper.keep(branch.id(), mock.hosted().traffic());
                yield new OpenResult.Opened(listener);
            }
            case Binder.Bound.Nowhere(String reason) -> {
                mock.close();
                yield new OpenResult.Refused(reason);
            }
        };
    }

    private Optional<String> tooMany(TeamId team) {
        if (running.size() >= maxListeners) {
            return Optional.of("This server runs %,d listeners already, which is its limit. Stop one of them first."
                    .formatted(maxListeners));
        }
        int ofTeam = maxListeners / TEAMS_PART;
        long mine = running.values().stream()
                .filter(listener -> listener.branch().team().equals(team))
                .count();
        return mine < ofTeam
                ? Optional.empty()
                : Optional.of(
                        "Your team runs %,d listeners already, which is its share of this server. Stop one of them first."
                                .formatted(ofTeam));
    }

    private Room room(Branch branch) {
        return rooms.open(Access.ofServer(branch));
    }

    @Override
    public void close() {
        running().parallelStream().map(running::remove).filter(Objects::nonNull).forEach(LocalListener::close);
        wire.close();
        resources.close();
    }
}
