package dev.understudy.hosting;

import dev.understudy.collab.Room;
import dev.understudy.collab.Rooms;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.tls.TlsSettings;
import dev.understudy.mock.MockFiles;
import dev.understudy.team.Access;
import dev.understudy.team.TeamId;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The listeners that run in this process. Any thread may call it, but only one at a time for the same
/// environment.
@Component
final class LocalListeners implements AutoCloseable {

    /// Listeners of one process; more are refused.
    static final int MAX_LISTENERS = 500;

    private final Rooms rooms;
    private final ListenerSettings settings;
    private final MockWorlds worlds;
    private final Backstage backstage;
    private final WireServer wire;
    private final Binder binder;
    private final int maxListeners;
    private final Map<EnvironmentId, LocalListener> running = new ConcurrentHashMap<>();

    @Autowired
    LocalListeners(
            Rooms rooms,
            ListenerSettings settings,
            MockSettings mocks,
            MockWorlds worlds,
            Clock clock,
            MeterRegistry registry) {
        this(rooms, settings, worlds, Backstage.of(mocks), clock, registry, MAX_LISTENERS);
    }

    LocalListeners(
            Rooms rooms,
            ListenerSettings settings,
            MockWorlds worlds,
            Backstage backstage,
            Clock clock,
            MeterRegistry registry,
            int maxListeners) {
        this.maxListeners = maxListeners;
        this.rooms = rooms;
        this.settings = settings;
        this.worlds = worlds;
        this.backstage = backstage;
        this.wire = new WireServer(clock, WireLimits.DEFAULT);
        this.binder = new Binder(wire, settings, clock);
        Gauge.builder("understudy.listeners", running, Map::size)
                .description("Listeners that run in this process")
                .register(registry);
        FunctionCounter.builder("understudy.requests", backstage.requests(), LongAdder::sum)
                .description("Requests that the mocks of this process answered")
                .register(registry);
    }

    Optional<LocalListener> find(EnvironmentId environment) {
        return Optional.ofNullable(running.get(environment));
    }

    Set<EnvironmentId> running() {
        return Set.copyOf(running.keySet());
    }

    /// Opens on exactly this port.
    Opening openAt(EnvironmentId environment, TeamId team, int port, Consumer<EnvironmentId> onNewUrl) {
        return open(environment, team, onNewUrl, _ -> List.of(port));
    }

    /// Opens on one of these ports if it can be had, else on the one that the document names, else on a free one.
    Opening openPreferring(
            EnvironmentId environment, TeamId team, List<Integer> preferred, Consumer<EnvironmentId> onNewUrl) {
        return open(environment, team, onNewUrl, mock -> {
            int own = mock.environment().root().get(Schema.ENVIRONMENT_PORT);
            List<Integer> wishes = preferred.isEmpty() ? List.of(own) : preferred;
            return PortChoice.candidates(wishes, settings.ports());
        });
    }

    /// Lets a running listener answer on another port; the old one is closed when the new one answers.
    Opening move(LocalListener listener, int port) {
        return switch (binder.bind(List.of(port), listener.mock(), worlds.files(listener.environment()))) {
            case Binder.Bound.At(WireServer.Binding binding, TlsSettings tls) -> {
                LocalListener moved = listener.at(binding, tls);
                running.put(moved.environment(), moved);
                listener.binding().close();
                yield new Opening.Opened(moved);
            }
            case Binder.Bound.Nowhere(String reason) -> new Opening.Refused(reason);
        };
    }

    /// The files of an environment, whether its listener runs or not.
    MockFiles files(EnvironmentId environment) {
        return worlds.files(environment);
    }

    /// Whether the operator lets listeners have an admin API.
    boolean hasAdminApi() {
        return backstage.adminApi();
    }

    /// Stops it, if it runs. Returns when its connections are being closed.
    void close(EnvironmentId environment) {
        LocalListener listener = running.remove(environment);
        if (listener != null) {
            listener.close();
        }
    }

    /// Brings a mock up to date that may have missed a change.
    void refresh(EnvironmentId environment, TeamId team) {
        LocalListener listener = running.get(environment);
        if (listener != null) {
            listener.mock().follow(room(environment, team));
        }
    }

    private Opening open(
            EnvironmentId environment,
            TeamId team,
            Consumer<EnvironmentId> onNewUrl,
            Function<LiveMock, List<Integer>> ports) {
        if (running.size() >= maxListeners) {
            return new Opening.Refused(
                    "This server runs %,d listeners already, which is its limit. Stop one of them first."
                            .formatted(maxListeners));
        }
        MockFiles files = worlds.files(environment);
        LiveMock mock = new LiveMock(
                room(environment, team),
                first -> worlds.host(first, environment, backstage),
                _ -> onNewUrl.accept(environment));
        return switch (binder.bind(ports.apply(mock), mock, files)) {
            case Binder.Bound.At(WireServer.Binding binding, TlsSettings tls) -> {
                LocalListener listener = new LocalListener(environment, mock, tls, binding);
                running.put(environment, listener);
                yield new Opening.Opened(listener);
            }
            case Binder.Bound.Nowhere(String reason) -> {
                mock.close();
                yield new Opening.Refused(reason);
            }
        };
    }

    private Room room(EnvironmentId environment, TeamId team) {
        return rooms.open(Access.ofServer(environment, team));
    }

    @Override
    public void close() {
        running().parallelStream().forEach(this::close);
        wire.close();
        backstage.close();
    }
}
