package dev.understudy.ui.home;

import dev.understudy.collab.EnvironmentSummary;
import dev.understudy.collab.Environments;
import dev.understudy.environment.BranchId;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.presence.Participant;
import dev.understudy.presence.Presence;
import dev.understudy.server.Subscription;
import dev.understudy.team.TeamAccess;
import dev.understudy.ui.kit.Coalesced;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Keeps one view's list of environments up to date: the catalogue from the database, who is in each and what its
/// listener does from memory. Belongs to the UI whose executor it is given; only that one touches its state.
final class HomeFeed implements Live.Source {

    /// What others type need not be in the list letter by letter.
    private static final Duration BETWEEN_QUERIES = Duration.ofMillis(700);

    private record Loaded(List<EnvironmentSummary> summaries, Map<BranchId, ListenerState> states) {}

    private final TeamAccess team;
    private final Environments environments;
    private final Listeners listeners;
    private final Presence presence;
    private final Consumer<List<EnvironmentLine>> show;
    private final Map<BranchId, Subscription> watched = new HashMap<>();
    private final Map<BranchId, List<Person>> here = new HashMap<>();
    private Loaded loaded = new Loaded(List.of(), Map.of());
    private Runnable look = () -> {};
    private boolean closed;

    HomeFeed(
            TeamAccess team,
            Environments environments,
            Listeners listeners,
            Presence presence,
            Consumer<List<EnvironmentLine>> show) {
        this.team = team;
        this.environments = environments;
        this.listeners = listeners;
        this.presence = presence;
        this.show = show;
    }

    @Override
    public Subscription open(Executor ui) {
        closed = false;
        Coalesced<Loaded> reload = new Coalesced<>(this::load, current -> show(current, ui), ui, BETWEEN_QUERIES);
        Subscription catalogue = environments.onCatalogueChange(team.team(), reload::request);
        Subscription mocks = listeners.onChange(team, reload::request);
        look = reload::request;
        show(load(), ui);
        return () -> {
            catalogue.close();
            mocks.close();
            watched.values().forEach(Subscription::close);
            watched.clear();
            closed = true;
        };
    }

    /// Looks whether something is different that nobody told of: a hint may have got lost.
    void look() {
        look.run();
    }

    private Loaded load() {
        return new Loaded(environments.list(team), listeners.states(team));
    }

    private void show(Loaded current, Executor ui) {
        if (closed) {
            return;
        }
        loaded = current;
        List<BranchId> ids =
                current.summaries().stream().map(EnvironmentSummary::main).toList();
        watched.keySet().stream().filter(id -> !ids.contains(id)).toList().forEach(this::unwatch);
        ids.stream().filter(id -> !watched.containsKey(id)).forEach(id -> watch(id, ui));
        show();
    }

    private void watch(BranchId id, Executor ui) {
        watched.put(id, presence.listen(id, participants -> ui.execute(() -> came(id, people(participants)))));
        here.put(id, people(presence.participants(id)));
    }

    private void unwatch(BranchId id) {
        Subscription subscription = watched.remove(id);
        if (subscription != null) {
            subscription.close();
        }
        here.remove(id);
    }

    private void came(BranchId id, List<Person> people) {
        if (!closed && !people.equals(here.put(id, people))) {
            show();
        }
    }

    private void show() {
        show.accept(loaded.summaries().stream().map(this::line).toList());
    }

    private EnvironmentLine line(EnvironmentSummary summary) {
        ListenerState state = loaded.states().getOrDefault(summary.main(), new ListenerState.Stopped());
        return new EnvironmentLine(summary, MockLine.of(state), here.getOrDefault(summary.main(), List.of()));
    }

    /// Everybody once, however many tabs they have open.
    private List<Person> people(List<Participant> participants) {
        List<Person> people = new ArrayList<>();
        participants.stream()
                .map(one -> new Person(
                        one.displayName(),
                        one.colour(),
                        one.user().equals(team.actor().user())))
                .filter(person -> !people.contains(person))
                .forEach(people::add);
        return people;
    }
}
