package dev.understudy.hosting.listener;

import dev.understudy.collab.Rooms;
import dev.understudy.collab.Snapshot;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.admin.AdminApi;
import dev.understudy.hosting.admin.AdminToken;
import dev.understudy.hosting.runtime.Witnesses;
import dev.understudy.mock.MockCompiler;
import dev.understudy.server.Notifications;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.team.Branch;
import dev.understudy.team.Secrets;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TeamId;
import dev.understudy.team.UserId;
import dev.understudy.traffic.Traffic;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Starts and stops listeners, and says where they are, whichever process runs them. What is wanted is kept in the
/// database and outlives a restart. Any thread may call it.
@Component
public class Listeners {

    private static final Duration WAIT_FOR_OWNER = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    private final ListenerStore store;
    private final ListenerReconciler reconciler;
    private final LocalListeners local;
    private final Rooms rooms;
    private final ListenerSettings settings;
    private final Notifications notifications;
    private final Secrets secrets;

    Listeners(
            ListenerStore store,
            ListenerReconciler reconciler,
            LocalListeners local,
            Rooms rooms,
            ListenerSettings settings,
            Notifications notifications,
            Secrets secrets) {
        this.store = store;
        this.local = local;
        this.rooms = rooms;
        this.reconciler = reconciler;
        this.settings = settings;
        this.notifications = notifications;
        this.secrets = secrets;
    }

    /// Starts the listener, or leaves it running. Without a port it gets the one of its document if that can be had,
    /// else a free one. A port that was asked for is the one it gets, a running listener included; where that can't
    /// be had, the answer is `Failed` with that port, and everything stays as it was.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not manage listeners
    public ListenerState start(Access access, Optional<Integer> port) {
        access.require(Action.MANAGE_LISTENER);
        Optional<String> refused = port.flatMap(wanted -> PortChoice.refusal(wanted, settings.ports()));
        if (refused.isPresent()) {
            return new ListenerState.Failed(refused.get(), port);
        }
        Branch branch = access.branch();
        return switch (reconciler.start(branch, port)) {
            case ListenerReconciler.Started.Runs _ -> state(branch.id());
            case ListenerReconciler.Started.Refused(String reason) -> new ListenerState.Failed(reason, port);
            case ListenerReconciler.Started.AskedOwner _ -> {
                await(branch.id(), row -> row.wantedPort().isEmpty());
                Optional<String> failure = store.find(branch.id()).flatMap(ListenerRow::failure);
                failure.ifPresent(_ -> store.forgetFailure(branch.id()));
                yield failure.<ListenerState>map(reason -> new ListenerState.Failed(reason, port))
                        .orElseGet(() -> state(branch.id()));
            }
        };
    }

    /// A port for the document of a new environment: the first one that is allowed and that no other document names and
    /// no listener has, else the usual one.
    public int portForNew(TeamAccess access) {
        access.require(Action.VIEW);
        Set<Integer> spokenFor = store.spokenFor();
        return settings.ports().stream()
                .filter(port -> !spokenFor.contains(port))
                .findFirst()
                .orElse(Schema.ENVIRONMENT_PORT.defaultValue());
    }

    /// Stops the listener, if it runs. Requests under way may finish for a moment.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not manage listeners
    public ListenerState stop(Access access) {
        access.require(Action.MANAGE_LISTENER);
        Branch branch = access.branch();
        if (reconciler.stop(branch)) {
            await(branch.id(), row -> !reconciler.lives(row.owner()));
        }
        return state(branch.id());
    }

    /// What the listener does at this moment.
    public ListenerState state(Access access) {
        access.require(Action.VIEW);
        return state(access.branch().id());
    }

    /// What the listeners of a team do; branches that are not in the map have stopped ones.
    public Map<BranchId, ListenerState> states(TeamAccess access) {
        access.require(Action.VIEW);
        Map<BranchId, ListenerState> states = new HashMap<>();
        Set<Long> locks = store.heldLocks();
        List<ListenerRow> rows = store.ofTeam(access.team());
        PortMismatches detours = detours(rows, locks);
        rows.forEach(row -> states.put(row.branch().id(), state(row, locks, detours)));
        return states;
    }

    /// What the authors of an environment should know about its mock, whether it runs or not: what can't answer, what
    /// this version does not act on, and the files that are not there at this moment.
    public List<Problem> problems(Access access) {
        access.require(Action.VIEW);
        Snapshot snapshot = rooms.open(access).snapshot();
        List<Problem> problems = new ArrayList<>();
        local.find(access.branch().id())
                .ifPresentOrElse(
                        listener -> {
                            problems.addAll(listener.mock().problems());
                            problems.addAll(listener.problems());
                        },
                        () -> problems.addAll(local.problems(access.branch(), snapshot)));
        problems.addAll(MockCompiler.fileProblems(
                snapshot.environment(), local.files(access.branch(), snapshot.environment())));
        return List.copyOf(problems);
    }

    /// The way into the admin API of the listener.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not manage listeners
    public AdminEntry adminEntry(Access access) {
        access.require(Action.MANAGE_LISTENER);
        Optional<ListenerRow> row = store.find(access.branch().id());
        Optional<String> url = row.filter(_ -> local.hasAdminApi())
                .filter(found -> state(access.branch().id()) instanceof ListenerState.Running)
                .flatMap(found -> found.port().map(port -> url(found, port, "") + AdminApi.BASE));
        Optional<AdminEntry.Made> made =
                row.filter(found -> found.token().isPresent()).map(ListenerRow::made);
        return new AdminEntry(local.hasAdminApi(), made, url);
    }

    /// Makes another token for the admin API; the one before opens nothing any more.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not manage listeners
    public AdminEntry.Issued renewAdminToken(Access access) {
        access.require(Action.MANAGE_LISTENER);
        String secret = secrets.next();
        UserId by = access.actor().user();
        reconciler.setToken(access.branch(), AdminToken.ofSecret(secret), by);
        return new AdminEntry.Issued(adminEntry(access), secret);
    }

    /// The tokens of the admin APIs of a team.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor does not manage the team
    public List<TeamToken> adminTokens(TeamAccess access) {
        return store.tokens(access.require(Action.MANAGE_TEAM).team());
    }

    /// Takes such tokens away: they open nothing any more, and nothing does until somebody makes another.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor does not manage the team
    public void revokeAdminTokens(TeamAccess access, Collection<BranchId> branches) {
        store.tokens(access.require(Action.MANAGE_TEAM).team()).stream()
                .map(TeamToken::branch)
                .filter(branch -> branches.contains(branch.id()))
                .forEach(reconciler::dropToken);
    }

    /// What the listener of a branch was asked, if this process runs it, or ran it last.
    public Optional<Traffic> trafficHere(BranchId branch) {
        return local.traffic(branch);
    }

    /// Whether other processes live that may run it, or may have run it.
    public boolean hasOtherProcesses() {
        return store.heldLocks().size() > 1;
    }

    /// The listener of a branch, if this process runs it, for who has to reach it from within.
    public Optional<ListenerHere> here(BranchId branch) {
        return local.find(branch)
                .map(listener -> new ListenerHere(
                        listener.mock().hosted(),
                        new InetSocketAddress(settings.nearAddress(), listener.port()),
                        listener.isSecure(),
                        () -> local.find(branch)
                                .filter(now -> now.binding().equals(listener.binding()))
                                .isPresent()));
    }

    /// Who hears what other servers answer through the mocks that this process runs.
    public Witnesses witnessesHere() {
        return local.witnesses();
    }

    /// Tells, on a thread that must not be held up, that the listener of an environment may be in another state.
    public Subscription onChange(Access access, Runnable listener) {
        String branch = access.require(Action.VIEW).branch().id().toString();
        return notifications.listen(ListenerReconciler.TOPIC, payload -> {
            if (payload.startsWith(branch)) {
                listener.run();
            }
        });
    }

    /// Tells, on a thread that must not be held up, that a listener of a team may be in another state.
    public Subscription onChange(TeamAccess access, Runnable listener) {
        TeamId team = access.require(Action.VIEW).team();
        return notifications.listen(ListenerReconciler.TOPIC, payload -> {
            if (payload.endsWith(team.toString())) {
                listener.run();
            }
        });
    }

    /// Tells, on a thread that must not be held up, that some listener, of whichever team, may be in another state: it
    /// may have been in the way of this one.
    public Subscription onAnyChange(Access access, Runnable listener) {
        access.require(Action.VIEW);
        return notifications.listen(ListenerReconciler.TOPIC, _ -> listener.run());
    }

    private ListenerState state(BranchId branch) {
        Optional<ListenerRow> row = store.find(branch);
        if (row.isEmpty()) {
            return new ListenerState.Stopped();
        }
        Set<Long> locks = store.heldLocks();
        return state(row.get(), locks, detours(List.of(row.get()), locks));
    }

    private PortMismatches detours(List<ListenerRow> rows, Set<Long> locks) {
        List<ListenerRow> others = store.wantedOn(PortMismatches.missed(rows)).stream()
                .filter(row -> row.wanted() && isOwned(row, locks))
                .toList();
        return new PortMismatches(settings.ports(), others, local);
    }

    private static boolean isOwned(ListenerRow row, Set<Long> locks) {
        return row.owner().map(Liveness::lockOf).filter(locks::contains).isPresent();
    }

    private ListenerState state(ListenerRow row, Set<Long> locks, PortMismatches detours) {
        if (!row.wanted()) {
            return new ListenerState.Stopped();
        }
        if (isOwned(row, locks) && row.port().isPresent()) {
            int port = row.port().get();
            return new ListenerState.Running(port, url(row, port, row.prefix()), detours.of(row));
        }
        return row.failure()
                .<ListenerState>map(reason -> new ListenerState.Failed(reason, row.port()))
                .orElseGet(ListenerState.Starting::new);
    }

    private String url(ListenerRow row, int port, String prefix) {
        return ListenerSettings.url(row.secure(), row.host().orElse(settings.host()), port, prefix);
    }

    /// Looks until the row is as it should be, or the owner had its time.
    private void await(BranchId branch, Predicate<ListenerRow> done) {
        long left = WAIT_FOR_OWNER.toMillis();
        try {
            while (left > 0 && !store.find(branch).map(done::test).orElse(true)) {
                Thread.sleep(BETWEEN_LOOKS);
                left -= BETWEEN_LOOKS.toMillis();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
