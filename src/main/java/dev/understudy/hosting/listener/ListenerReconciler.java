package dev.understudy.hosting.listener;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.hosting.admin.AdminToken;
import dev.understudy.server.Notifications;
import dev.understudy.team.TeamId;
import dev.understudy.team.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Starts, moves and stops listeners in this process, and keeps the database saying so.
///
/// Invariant: a listener runs in at most one living process, the owner in its row. Any thread may call it; what it
/// does for one environment it does one after the other.
@Component
class ListenerReconciler {

    /// The topic under which processes tell each other of a change; the payload is environment, space, team.
    static final String TOPIC = "listener";

    private static final Logger LOG = LoggerFactory.getLogger(ListenerReconciler.class);
    private static final int LOCKS = 64;

    /// What a start came to.
    sealed interface Started {
        /// It runs, here or elsewhere, as asked.
        record Runs() implements Started {}

        /// Another process runs it and was asked to change the port.
        record AskedOwner() implements Started {}

        record Refused(String reason) implements Started {}
    }

    private final ListenerStore store;
    private final LocalListeners local;
    private final Liveness liveness;
    private final Notifications notifications;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);
    private volatile boolean open;

    ListenerReconciler(ListenerStore store, LocalListeners local, Liveness liveness, Notifications notifications) {
        this.store = store;
        this.local = local;
        this.liveness = liveness;
        this.notifications = notifications;
    }

    /// Wants a listener to run and, unless another process runs it, runs it here.
    Started start(EnvironmentId environment, TeamId team, Optional<Integer> port) {
        ReentrantLock lock = lockOf(environment);
        lock.lock();
        try {
            Optional<ListenerRow> row = store.find(environment);
            if (row.isPresent() && runsElsewhere(row.get())) {
                if (port.isEmpty() || port.equals(row.get().port())) {
                    return new Started.Runs();
                }
                store.want(environment, port);
                announce(environment, team);
                return new Started.AskedOwner();
            }
            return startHere(environment, row, team, port);
        } finally {
            lock.unlock();
        }
    }

    /// Wants a listener stopped. True if another process has to do it, which was asked to.
    boolean stop(EnvironmentId environment, TeamId team) {
        ReentrantLock lock = lockOf(environment);
        lock.lock();
        try {
            Optional<ListenerRow> row = store.find(environment);
            store.wantStopped(environment);
            boolean elsewhere = row.isPresent() && runsElsewhere(row.get());
            local.close(environment);
            store.release(environment, liveness.process());
            announce(environment, team);
            return elsewhere;
        } finally {
            lock.unlock();
        }
    }

    /// Gives a listener another token for its admin API. Where it runs, that counts at once here, and in another
    /// process as soon as it hears of it.
    void setToken(EnvironmentId environment, TeamId team, AdminToken token, UserId by) {
        withToken(environment, team, Optional.of(token), () -> store.setToken(environment, token, by));
    }

    /// Takes the token of a listener away, as [#setToken] gives one.
    void dropToken(EnvironmentId environment, TeamId team) {
        withToken(environment, team, Optional.empty(), () -> store.dropToken(environment, team));
    }

    private void withToken(EnvironmentId environment, TeamId team, Optional<AdminToken> token, Runnable write) {
        ReentrantLock lock = lockOf(environment);
        lock.lock();
        try {
            write.run();
            local.find(environment)
                    .ifPresent(listener -> listener.mock().hosted().admit(token));
            announce(environment, team);
        } finally {
            lock.unlock();
        }
    }

    /// Begins to take listeners.
    void open() {
        open = true;
    }

    /// Stops everything that runs here; it stays wanted. Nothing is started afterwards.
    void close() {
        open = false;
        for (ReentrantLock lock : locks) {
            lock.lock();
            try {
                // whoever was starting something has finished now
            } finally {
                lock.unlock();
            }
        }
        Set<EnvironmentId> mine = local.running();
        local.close();
        mine.forEach(environment -> store.release(environment, liveness.process()));
    }

    /// Whether the process is alive; no process is not.
    boolean lives(Optional<UUID> process) {
        return process.map(Liveness::lockOf).filter(store.heldLocks()::contains).isPresent();
    }

    /// Whether this process has to do something about a listener.
    boolean needsCare(ListenerRow row, Set<Long> living) {
        Optional<LocalListener> running = local.find(row.environment());
        boolean here = running.isPresent();
        boolean mine = row.owner().filter(liveness.process()::equals).isPresent();
        if (!row.wanted() || mine || here) {
            boolean asItShouldBe = row.wanted() == here
                    && mine == here
                    && (!here || row.wantedPort().isEmpty())
                    && running.map(listener -> listener.mock().hosted().opensTo(row.token()))
                            .orElse(true);
            return !asItShouldBe;
        }
        boolean owned =
                row.owner().map(Liveness::lockOf).filter(living::contains).isPresent();
        return !owned && row.failure().isEmpty();
    }

    /// Makes what this process does about one listener what the row says.
    void reconcile(EnvironmentId environment) {
        ReentrantLock lock = lockOf(environment);
        lock.lock();
        try {
            Optional<ListenerRow> row = store.find(environment);
            Optional<LocalListener> here = local.find(environment);
            if (row.isEmpty() || !row.get().wanted() || runsElsewhere(row.get())) {
                local.close(environment);
                store.release(environment, liveness.process());
                row.filter(_ -> here.isPresent()).ifPresent(found -> announce(environment, found.team()));
            } else if (here.isEmpty()) {
                if (open && row.get().failure().isEmpty() && liveness.hold()) {
                    startAgain(row.get());
                }
            } else {
                careForRunning(here.get(), row.get());
            }
        } catch (RuntimeException failure) {
            if (open) {
                LOG.error("Could not look after the listener of {}", environment, failure);
            }
        } finally {
            lock.unlock();
        }
    }

    private Started startHere(
            EnvironmentId environment, Optional<ListenerRow> row, TeamId team, Optional<Integer> port) {
        Optional<LocalListener> here = local.find(environment);
        if (here.isPresent() && (port.isEmpty() || here.get().port() == port.get())) {
            return new Started.Runs();
        }
        if (!open || !liveness.hold()) {
            return new Started.Refused(
                    "The server is starting, stopping or without its database for the moment. Try again shortly.");
        }
        OpenResult opening = here.isPresent()
                ? local.move(here.get(), port.orElseThrow())
                : port.map(exact -> local.openAt(environment, team, exact, newUrl(team)))
                        .orElseGet(() -> local.openPreferring(environment, team, List.of(), newUrl(team)));
        return switch (opening) {
            case OpenResult.Refused(String reason) -> new Started.Refused(reason);
            case OpenResult.Opened(LocalListener listener) -> {
                store.wantHere(environment, row, liveness.process());
                ListenerRow now = store.find(environment).orElseThrow();
                listener.mock().hosted().admit(now.token());
                if (now.owner().filter(liveness.process()::equals).isPresent()) {
                    store.runs(environment, liveness.process(), listener);
                } else {
                    local.close(environment);
                }
                announce(environment, team);
                yield new Started.Runs();
            }
        };
    }

    private void startAgain(ListenerRow row) {
        if (!store.claim(row, liveness.process())) {
            return;
        }
        List<Integer> ports =
                Stream.concat(row.wantedPort().stream(), row.port().stream()).toList();
        switch (local.openPreferring(row.environment(), row.team(), ports, newUrl(row.team()))) {
            case OpenResult.Opened(LocalListener listener) -> {
                listener.mock().hosted().admit(row.token());
                store.runs(row.environment(), liveness.process(), listener);
            }
            case OpenResult.Refused(String reason) -> store.failed(row.environment(), liveness.process(), reason);
        }
        announce(row.environment(), row.team());
    }

    private void careForRunning(LocalListener listener, ListenerRow row) {
        listener.mock().hosted().admit(row.token());
        boolean mine = row.owner().filter(liveness.process()::equals).isPresent();
        if (!mine && store.claim(row, liveness.process())) {
            store.runs(row.environment(), liveness.process(), listener);
            announce(row.environment(), row.team());
        }
        row.wantedPort().ifPresent(port -> moveAsAsked(listener, row, port));
    }

    private void moveAsAsked(LocalListener listener, ListenerRow row, int port) {
        OpenResult opening = listener.port() == port ? new OpenResult.Opened(listener) : local.move(listener, port);
        switch (opening) {
            case OpenResult.Opened(LocalListener moved) -> store.runs(row.environment(), liveness.process(), moved);
            case OpenResult.Refused(String reason) ->
                store.staysWhereItWas(row.environment(), liveness.process(), reason);
        }
        announce(row.environment(), row.team());
    }

    private boolean runsElsewhere(ListenerRow row) {
        return row.owner().filter(liveness.process()::equals).isEmpty() && lives(row.owner());
    }

    private Consumer<EnvironmentId> newUrl(TeamId team) {
        return environment -> announce(environment, team);
    }

    private void announce(EnvironmentId environment, TeamId team) {
        notifications.send(TOPIC, environment + " " + team);
    }

    private ReentrantLock lockOf(EnvironmentId environment) {
        return locks[Math.floorMod(environment.hashCode(), LOCKS)];
    }
}
