package dev.understudy.hosting.listener;

import dev.understudy.environment.BranchId;
import dev.understudy.hosting.admin.AdminToken;
import dev.understudy.server.Notifications;
import dev.understudy.team.Branch;
import dev.understudy.team.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Starts, moves and stops listeners in this process, and keeps the database saying so.
///
/// Invariant: a listener runs in at most one living process, the owner in its row. Any thread may call it; what it
/// does for one branch it does one after the other.
@Component
class ListenerReconciler {

    /// The topic under which processes tell each other of a change; the payload is branch, space, team.
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
    Started start(Branch branch, Optional<Integer> port) {
        ReentrantLock lock = lockOf(branch.id());
        lock.lock();
        try {
            Optional<ListenerRow> row = store.find(branch.id());
            if (row.isPresent() && runsElsewhere(row.get())) {
                if (port.isEmpty() || port.equals(row.get().port())) {
                    return new Started.Runs();
                }
                store.want(branch.id(), port);
                announce(branch);
                return new Started.AskedOwner();
            }
            return startHere(branch, row, port);
        } finally {
            lock.unlock();
        }
    }

    /// Wants a listener stopped. True if another process has to do it, which was asked to.
    boolean stop(Branch branch) {
        ReentrantLock lock = lockOf(branch.id());
        lock.lock();
        try {
            Optional<ListenerRow> row = store.find(branch.id());
            store.wantStopped(branch.id());
            boolean elsewhere = row.isPresent() && runsElsewhere(row.get());
            local.close(branch.id());
            store.release(branch.id(), liveness.process());
            announce(branch);
            return elsewhere;
        } finally {
            lock.unlock();
        }
    }

    /// Gives a listener another token for its admin API. Where it runs, that counts at once here, and in another
    /// process as soon as it hears of it.
    void setToken(Branch branch, AdminToken token, UserId by) {
        withToken(branch, Optional.of(token), () -> store.setToken(branch.id(), token, by));
    }

    /// Takes the token of a listener away, as [#setToken] gives one.
    void dropToken(Branch branch) {
        withToken(branch, Optional.empty(), () -> store.dropToken(branch));
    }

    private void withToken(Branch branch, Optional<AdminToken> token, Runnable write) {
        ReentrantLock lock = lockOf(branch.id());
        lock.lock();
        try {
            write.run();
            local.find(branch.id())
                    .ifPresent(listener -> listener.mock().hosted().admit(token));
            announce(branch);
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
        Set<BranchId> mine = local.running();
        local.close();
        mine.forEach(branch -> store.release(branch, liveness.process()));
    }

    /// Whether the process is alive; no process is not.
    boolean lives(Optional<UUID> process) {
        return process.map(Liveness::lockOf).filter(store.heldLocks()::contains).isPresent();
    }

    /// Whether this process has to do something about a listener.
    boolean needsCare(ListenerRow row, Set<Long> living) {
        Optional<LocalListener> running = local.find(row.branch().id());
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
    void reconcile(BranchId branch) {
        ReentrantLock lock = lockOf(branch);
        lock.lock();
        try {
            Optional<ListenerRow> row = store.find(branch);
            Optional<LocalListener> here = local.find(branch);
            if (row.isEmpty() || !row.get().wanted() || runsElsewhere(row.get())) {
                local.close(branch);
                if (row.isEmpty()) {
                    local.forgetTraffic(branch);
                }
                store.release(branch, liveness.process());
                row.filter(_ -> here.isPresent()).ifPresent(found -> announce(found.branch()));
            } else if (here.isEmpty()) {
                if (open && row.get().failure().isEmpty() && liveness.hold()) {
                    startAgain(row.get());
                }
            } else {
                careForRunning(here.get(), row.get());
            }
        } catch (RuntimeException failure) {
            if (open) {
                LOG.error("Could not look after the listener of {}", branch, failure);
            }
        } finally {
            lock.unlock();
        }
    }

    private Started startHere(Branch branch, Optional<ListenerRow> row, Optional<Integer> port) {
        Optional<LocalListener> here = local.find(branch.id());
        if (here.isPresent() && (port.isEmpty() || here.get().port() == port.get())) {
            return new Started.Runs();
        }
        if (!open || !liveness.hold()) {
            return new Started.Refused(
                    "The server is starting, stopping or without its database for the moment. Try again shortly.");
        }
        OpenResult opening = here.isPresent()
                ? local.move(here.get(), port.orElseThrow())
                : port.map(exact -> local.openAt(branch, exact, this::announce))
                        .orElseGet(() -> local.openPreferring(branch, List.of(), this::announce));
        return switch (opening) {
            case OpenResult.Refused(String reason) -> new Started.Refused(reason);
            case OpenResult.Opened(LocalListener listener) -> {
                store.wantHere(branch.id(), row, liveness.process());
                ListenerRow now = store.find(branch.id()).orElseThrow();
                listener.mock().hosted().admit(now.token());
                if (now.owner().filter(liveness.process()::equals).isPresent()) {
                    store.runs(branch.id(), liveness.process(), listener);
                } else {
                    local.close(branch.id());
                }
                announce(branch);
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
        switch (local.openPreferring(row.branch(), ports, this::announce)) {
            case OpenResult.Opened(LocalListener listener) -> {
                listener.mock().hosted().admit(row.token());
                store.runs(row.branch().id(), liveness.process(), listener);
            }
            case OpenResult.Refused(String reason) -> store.failed(row.branch().id(), liveness.process(), reason);
        }
        announce(row.branch());
    }

    private void careForRunning(LocalListener listener, ListenerRow row) {
        listener.mock().hosted().admit(row.token());
        boolean mine = row.owner().filter(liveness.process()::equals).isPresent();
        if (!mine && store.claim(row, liveness.process())) {
            store.runs(row.branch().id(), liveness.process(), listener);
            announce(row.branch());
        }
        row.wantedPort().ifPresent(port -> moveAsAsked(listener, row, port));
    }

    private void moveAsAsked(LocalListener listener, ListenerRow row, int port) {
        OpenResult opening = listener.port() == port ? new OpenResult.Opened(listener) : local.move(listener, port);
        switch (opening) {
            case OpenResult.Opened(LocalListener moved) ->
                store.runs(row.branch().id(), liveness.process(), moved);
            case OpenResult.Refused(String reason) ->
                store.staysWhereItWas(row.branch().id(), liveness.process(), reason);
        }
        announce(row.branch());
    }

    private boolean runsElsewhere(ListenerRow row) {
        return row.owner().filter(liveness.process()::equals).isEmpty() && lives(row.owner());
    }

    private void announce(Branch branch) {
        notifications.send(TOPIC, branch.id() + " " + branch.team());
    }

    private ReentrantLock lockOf(BranchId branch) {
        return locks[Math.floorMod(branch.hashCode(), LOCKS)];
    }
}
