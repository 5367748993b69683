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
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;

/// What a server process has for its listeners. It looks after them when it hears something, or is told to look.
public final class TestHost implements AutoCloseable {

    static final int MAX_LISTENERS = 12;

    public final TestProcess process;
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
        store = new ListenerStore(process.sql, clock, settings);
        local = new LocalListeners(
                process.rooms,
                settings,
                TestWorlds.withFiles(TestAssets.files(process)),
                TestWorlds.resources(memory),
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
        process.close();
    }
}
