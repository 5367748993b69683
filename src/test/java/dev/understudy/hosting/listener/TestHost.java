package dev.understudy.hosting.listener;

import dev.understudy.asset.TestAssets;
import dev.understudy.collab.TestProcess;
import dev.understudy.hosting.runtime.MockHost;
import dev.understudy.hosting.runtime.MockMemory;
import dev.understudy.hosting.runtime.TestWorlds;
import dev.understudy.server.TestDatabase;
import dev.understudy.server.TestNotifications;
import dev.understudy.team.Secrets;
import dev.understudy.team.TimeOrderedIds;
import dev.understudy.traffic.kept.Keeper;
import dev.understudy.traffic.kept.KeptTraffic;
import dev.understudy.traffic.kept.Retention;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;

/// What a server process has for its listeners. It looks after them when it hears something, or is told to look.
public final class TestHost implements AutoCloseable {

    static final int MAX_LISTENERS = 12;
    private static final int KEPT_DAYS = 3;

    public final TestProcess process;
    public final Keeper keeper;
    public final KeptTraffic kept;
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final ListenerStore store;
    final LocalListeners local;
    final Liveness liveness;
    final ListenerReconciler reconciler;
    final ReconcileLoop watch;
    public final Listeners listeners;
    private boolean dead;

    TestHost(TestProcess process, TestDatabase database, PortRange ports) {
        this(process, database, ports, MockMemory.ofThisProcess());
    }

    TestHost(TestProcess process, TestDatabase database, PortRange ports, MockMemory memory) {
        this.process = process;
        Clock clock = Clock.systemUTC();
        ListenerSettings settings = new ListenerSettings(ports, InetAddress.getLoopbackAddress(), MockHost.ANY);
        keeper = new Keeper(process.sql, new Retention(KEPT_DAYS, 64), clock);
        keeper.start();
        kept = new KeptTraffic(process.sql, new Retention(KEPT_DAYS, 64), clock);
        store = new ListenerStore(process.sql, clock, settings);
        local = new LocalListeners(
                process.rooms,
                settings,
                TestWorlds.withFiles(TestAssets.files(process)),
                TestWorlds.resources(memory),
                keeper,
                clock,
                metrics,
                MAX_LISTENERS);
        liveness = new Liveness(TestNotifications.address(database), new TimeOrderedIds(clock, new SecureRandom()));
        reconciler = new ListenerReconciler(store, local, liveness, process.notifications);
        watch = new ReconcileLoop(store, reconciler, local, liveness, process.notifications);
        listeners = new Listeners(
                store,
                reconciler,
                local,
                process.rooms,
                settings,
                process.notifications,
                new Secrets(new SecureRandom()));
        watch.start();
    }

    /// Ends as a process ends that is killed: nothing is written, sockets and connections are just gone.
    void kill() {
        dead = true;
        process.notifications.stop();
        liveness.close();
        local.close();
    }

    @Override
    public void close() {
        if (!dead) {
            watch.stop();
        }
        keeper.stop();
        process.close();
    }
}
