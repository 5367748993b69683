package dev.understudy.presence;

import dev.understudy.environment.BranchId;
import dev.understudy.server.Notifications;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.team.Actor;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TeamId;
import dev.understudy.team.UserId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Who is where, in all server processes together: in the rooms of environments and before the other pages of a team.
/// Every count of people comes from here. Kept in memory beside the documents, never in them: whoever is not heard of
/// for [#TIME_TO_LIVE] is gone. Any thread may call it.
@Component
public class Presence {

    /// How long somebody counts as present without a sign of life.
    public static final Duration TIME_TO_LIVE = Duration.ofSeconds(30);

    /// How long people of other processes stay while nothing at all is heard of any: then it is the database that is
    /// silent, and not they.
    static final Duration SILENCE = Duration.ofMinutes(5);

    /// Participants of one room; more are not shown.
    public static final int MAX_PARTICIPANTS = 500;

    /// Places that one person has in a room; further clients of theirs are not shown.
    public static final int MAX_OF_ONE = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    private static final String ROOM_TOPIC = "presence";
    /// One of its own, since an older process takes all of the other for rooms.
    private static final String LOBBY_TOPIC = "lobby";

    private record Seen(Sighting sighting, long atMillis) {}

    private final String process = UUID.randomUUID().toString();
    private final Clock clock;
    private final Notifications notifications;
    private final Map<Place, Map<Sighting.Key, Seen>> seen = new ConcurrentHashMap<>();
    private final Map<Place, List<Consumer<List<Participant>>>> listeners = new ConcurrentHashMap<>();
    private final Samples samples = new Samples(this::publish);
    private volatile long heardMillis;

    public Presence(Clock clock, Notifications notifications, MeterRegistry registry) {
        this.clock = clock;
        this.notifications = notifications;
        notifications.listen(ROOM_TOPIC, this::heard);
        notifications.listen(LOBBY_TOPIC, this::heard);
        Gauge.builder("understudy.participants", this, Presence::count)
                .description("Participants in all rooms that this process knows of")
                .register(registry);
    }

    /// Comes into the room of an environment.
    ///
    /// @param client the client's name for itself; the same name again is the same participant
    public Attendance join(Access access, String client) {
        return new Attendance(this, first(access, client, Focus.NOWHERE));
    }

    /// Comes before a page of a team that is no room.
    public Attendance join(TeamAccess access, String client) {
        Place place = new Place.Lobby(access.team());
        return new Attendance(this, first(place, access.team(), access.actor(), client, Focus.NOWHERE));
    }

    /// Tells where a client is that sends no sign of its leaving; it is gone after [#TIME_TO_LIVE].
    ///
    /// @return false if there is no place for it
    public boolean touch(Access access, String client, Focus focus) {
        Sighting sighting = first(access, client, focus);
        Seen before = seen.getOrDefault(sighting.place(), Map.of()).get(sighting.key());
        return seen(before == null ? sighting : before.sighting().withFocus(focus));
    }

    /// Who is in the room now, in the order in which they came.
    public List<Participant> participants(BranchId branch) {
        return inOrder(seen.getOrDefault(new Place.Room(branch), Map.of()).values().stream());
    }

    /// Who is there now of a team, in whatever room or before whatever page, in the order in which they came.
    public List<Participant> participants(TeamId team) {
        return inOrder(seen.values().stream()
                .flatMap(place -> place.values().stream())
                .filter(one -> one.sighting().team().equals(team)));
    }

    private List<Participant> inOrder(Stream<Seen> all) {
        List<Sighting> present = new ArrayList<>();
        all.filter(one -> !isGone(one)).map(Seen::sighting).forEach(present::add);
        present.sort(Comparator.comparing(Sighting::since).thenComparing(Sighting::client));
        Map<UserId, Integer> colours = Colours.of(present);
        return present.stream()
                .map(one -> new Participant(
                        one.client(), one.user(), one.displayName(), colours.getOrDefault(one.user(), 0), one.focus()))
                .toList();
    }

    /// Tells of every change of who is in the room and where, of those of [Samples#PAUSE] together, on a thread of the
    /// room. The listener must be quick.
    public Subscription listen(BranchId branch, Consumer<List<Participant>> listener) {
        return listen(new Place.Room(branch), listener);
    }

    /// Tells of every coming and going of a team's people. The listener must be quick.
    public Subscription listen(TeamId team, Consumer<List<Participant>> listener) {
        return listen(new Place.Lobby(team), listener);
    }

    private Subscription listen(Place place, Consumer<List<Participant>> listener) {
        // within compute, so that no emptied list is taken away just before this one enters it
        List<Consumer<List<Participant>>> entered = listeners.compute(place, (_, known) -> {
            List<Consumer<List<Participant>>> list = known == null ? new CopyOnWriteArrayList<>() : known;
            list.add(listener);
            return list;
        });
        return () -> entered.remove(listener);
    }

    boolean seen(Sighting sighting) {
        return store(sighting, true);
    }

    @Scheduled(fixedDelay = 2_000)
    void forgetTheGone() {
        seen.values()
                .forEach(sightings -> sightings.values().stream()
                        .filter(one ->
                                isGone(one) && sightings.remove(one.sighting().key(), one))
                        .map(Seen::sighting)
                        .forEach(gone -> {
                            samples.changed(gone.place());
                            samples.changed(new Place.Lobby(gone.team()));
                        }));
        seen.values().removeIf(Map::isEmpty);
        for (Place place : listeners.keySet()) {
            listeners.computeIfPresent(place, (_, list) -> list.isEmpty() ? null : list);
        }
    }

    private Sighting first(Access access, String client, Focus focus) {
        access.require(Action.VIEW);
        return first(new Place.Room(access.branch().id()), access.team(), access.actor(), client, focus);
    }

    private Sighting first(Place place, TeamId team, Actor actor, String client, Focus focus) {
        return new Sighting(
                process, place, team, actor.user(), client, actor.displayName(), clock.instant(), focus, true);
    }

    private static String topic(Place place) {
        return switch (place) {
            case Place.Room _ -> ROOM_TOPIC;
            case Place.Lobby _ -> LOBBY_TOPIC;
        };
    }

    /// Of those of this process it is known; others may be there although nothing is heard of them, as long as this
    /// process does not hear its own messages either.
    private boolean isGone(Seen one) {
        long now = clock.millis();
        boolean own = one.sighting().process().equals(process);
        long known = own ? now : Math.max(Math.min(now, heardMillis), now - SILENCE.toMillis());
        return one.atMillis() < known - TIME_TO_LIVE.toMillis();
    }

    private void heard(String payload) {
        heardMillis = clock.millis();
        Sighting sighting = SightingJson.read(payload);
        if (!sighting.process().equals(process)) {
            var _ = store(sighting, false);
        }
    }

    /// False if there is no place for it.
    ///
    /// @param own whether other processes have to hear of it
    private boolean store(Sighting sighting, boolean own) {
        Map<Sighting.Key, Seen> room = seen.computeIfAbsent(sighting.place(), _ -> new ConcurrentHashMap<>());
        Seen before;
        if (sighting.present()) {
            if (!room.containsKey(sighting.key()) && isFull(room, sighting.user())) {
                return false;
            }
            before = room.put(sighting.key(), new Seen(sighting, clock.millis()));
        } else {
            before = room.remove(sighting.key());
        }
        boolean changed =
                sighting.present() ? before == null || !before.sighting().equals(sighting) : before != null;
        samples.add(sighting, own, changed);
        if (changed && (before == null || !sighting.present())) {
            samples.changed(new Place.Lobby(sighting.team()));
        }
        return true;
    }

    private static boolean isFull(Map<Sighting.Key, Seen> room, UserId user) {
        return room.size() >= MAX_PARTICIPANTS
                || room.keySet().stream().filter(key -> key.user().equals(user)).count() >= MAX_OF_ONE;
    }

    private void publish(Place place, Samples.Sample sample) {
        sample.heard().forEach(sighting -> notifications.send(topic(place), SightingJson.write(sighting)));
        List<Consumer<List<Participant>>> interested = listeners.getOrDefault(place, List.of());
        if (!sample.changed() || interested.isEmpty()) {
            return;
        }
        List<Participant> participants = switch (place) {
            case Place.Room(BranchId branch) -> participants(branch);
            case Place.Lobby(TeamId team) -> participants(team);
        };
        for (Consumer<List<Participant>> listener : interested) {
            try {
                listener.accept(participants);
            } catch (RuntimeException failure) {
                LOG.warn("A listener of the presence in {} failed", place, failure);
            }
        }
    }

    private double count() {
        return seen.entrySet().stream()
                .filter(place -> place.getKey() instanceof Place.Room)
                .mapToInt(place -> place.getValue().size())
                .sum();
    }
}
