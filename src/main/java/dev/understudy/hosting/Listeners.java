package dev.understudy.hosting;

import dev.understudy.collab.Rooms;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Problem;
import dev.understudy.hosting.admin.AdminApi;
import dev.understudy.mock.MockCompiler;
import dev.understudy.server.Notifications;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TeamId;
import java.time.Duration;
import java.util.ArrayList;
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
    private final ListenerCare care;
    private final LocalListeners local;
    private final Rooms rooms;
    private final ListenerSettings settings;
    private final Notifications notifications;

    Listeners(
            ListenerStore store,
            ListenerCare care,
            LocalListeners local,
            Rooms rooms,
            ListenerSettings settings,
            Notifications notifications) {
        this.store = store;
        this.local = local;
        this.rooms = rooms;
        this.care = care;
        this.settings = settings;
        this.notifications = notifications;
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
        EnvironmentId environment = access.environment();
        return switch (care.start(environment, access.team(), port)) {
            case ListenerCare.Started.Runs _ -> state(environment);
            case ListenerCare.Started.Refused(String reason) -> new ListenerState.Failed(reason, port);
            case ListenerCare.Started.AskedOwner _ -> {
                await(environment, row -> row.wantedPort().isEmpty());
                Optional<String> failure = store.find(environment).flatMap(ListenerRow::failure);
                failure.ifPresent(_ -> store.forgetFailure(environment));
                yield failure.<ListenerState>map(reason -> new ListenerState.Failed(reason, port))
                        .orElseGet(() -> state(environment));
            }
        };
    }

    /// Stops the listener, if it runs. Requests under way may finish for a moment.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not manage listeners
    public ListenerState stop(Access access) {
        access.require(Action.MANAGE_LISTENER);
        EnvironmentId environment = access.environment();
        if (care.stop(environment, access.team())) {
            await(environment, row -> !care.lives(row.owner()));
        }
        return state(environment);
    }

    /// What the listener does at this moment.
    public ListenerState state(Access access) {
        access.require(Action.VIEW);
        return state(access.environment());
    }

    /// What the listeners of a team do; environments that are not in the map have stopped ones.
    public Map<EnvironmentId, ListenerState> states(TeamAccess access) {
        access.require(Action.VIEW);
        Map<EnvironmentId, ListenerState> states = new HashMap<>();
        Set<Long> locks = store.heldLocks();
        store.ofTeam(access.team()).forEach(row -> states.put(row.environment(), state(row, locks)));
        return states;
    }

    /// What the authors of an environment should know about its mock, whether it runs or not: what can't answer, what
    /// this version does not act on, and the files that are not there at this moment.
    public List<Problem> problems(Access access) {
        access.require(Action.VIEW);
        Environment environment = rooms.open(access).snapshot().environment();
        List<Problem> problems = new ArrayList<>();
        local.find(access.environment())
                .ifPresentOrElse(
                        listener -> {
                            problems.addAll(listener.mock().problems());
                            problems.addAll(listener.problems());
                        },
                        () -> problems.addAll(MockCompiler.compile(environment).problems()));
        problems.addAll(MockCompiler.fileProblems(environment, local.files(access.environment())));
        return List.copyOf(problems);
    }

    /// The way into the admin API of the listener.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not manage listeners
    public AdminEntry adminEntry(Access access) {
        access.require(Action.MANAGE_LISTENER);
        Optional<ListenerRow> row = store.find(access.environment());
        Optional<String> url = row.filter(_ -> local.hasAdminApi())
                .filter(found -> state(found, store.heldLocks()) instanceof ListenerState.Running)
                .flatMap(found -> found.port().map(port -> settings.url(found.secure(), port, "") + AdminApi.BASE));
        return new AdminEntry(local.hasAdminApi(), row.map(ListenerRow::token), url);
    }

    /// Makes another token for the admin API; the one before opens nothing any more.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not manage listeners
    public AdminEntry renewAdminToken(Access access) {
        access.require(Action.MANAGE_LISTENER);
        care.renewToken(access.environment(), access.team());
        return adminEntry(access);
    }

    /// Tells, on a thread that must not be held up, that the listener of an environment may be in another state.
    public Subscription onChange(Access access, Runnable listener) {
        String environment = access.require(Action.VIEW).environment().toString();
        return notifications.listen(ListenerCare.TOPIC, payload -> {
            if (payload.startsWith(environment)) {
                listener.run();
            }
        });
    }

    /// Tells, on a thread that must not be held up, that a listener of a team may be in another state.
    public Subscription onChange(TeamAccess access, Runnable listener) {
        TeamId team = access.require(Action.VIEW).team();
        return notifications.listen(ListenerCare.TOPIC, payload -> {
            if (payload.endsWith(team.toString())) {
                listener.run();
            }
        });
    }

    private ListenerState state(EnvironmentId environment) {
        return store.find(environment).map(row -> state(row, store.heldLocks())).orElseGet(ListenerState.Stopped::new);
    }

    private ListenerState state(ListenerRow row, Set<Long> locks) {
        if (!row.wanted()) {
            return new ListenerState.Stopped();
        }
        boolean runs = row.owner().map(Liveness::lockOf).filter(locks::contains).isPresent();
        if (runs && row.port().isPresent()) {
            int port = row.port().get();
            return new ListenerState.Running(port, settings.url(row.secure(), port, row.prefix()));
        }
        return row.failure()
                .<ListenerState>map(reason -> new ListenerState.Failed(reason, row.port()))
                .orElseGet(ListenerState.Starting::new);
    }

    /// Looks until the row is as it should be, or the owner had its time.
    private void await(EnvironmentId environment, Predicate<ListenerRow> done) {
        long left = WAIT_FOR_OWNER.toMillis();
        try {
            while (left > 0 && !store.find(environment).map(done::test).orElse(true)) {
                Thread.sleep(BETWEEN_LOOKS);
                left -= BETWEEN_LOOKS.toMillis();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
