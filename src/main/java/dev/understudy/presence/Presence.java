package dev.understudy.presence;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.server.Notifications;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Who is where, in all server processes together. Kept in memory beside the documents, never in them: whoever is
/// not heard of for [#TIME_TO_LIVE] is gone. Any thread may call it.
@Component
public class Presence {

    /// How long somebody counts as present without a sign of life.
    public static final Duration TIME_TO_LIVE = Duration.ofSeconds(30);

    /// Participants of one room; more are not shown.
    public static final int MAX_PARTICIPANTS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    private static final String TOPIC = "presence";

    private record Seen(Sighting sighting, long atMillis) {}

    private final String process = UUID.randomUUID().toString();
    private final Clock clock;
    private final Notifications notifications;
    private final Map<EnvironmentId, Map<Sighting.Key, Seen>> seen = new ConcurrentHashMap<>();
    private final Map<EnvironmentId, List<Consumer<List<Participant>>>> listeners = new ConcurrentHashMap<>();

    public Presence(Clock clock, Notifications notifications, MeterRegistry registry) {
        this.clock = clock;
        this.notifications = notifications;
        notifications.listen(TOPIC, this::heard);
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

    /// Tells where a client is that sends no sign of its leaving; it is gone after [#TIME_TO_LIVE].
    public void touch(Access access, String client, Focus focus) {
        Sighting sighting = first(access, client, focus);
        Seen before = seen.getOrDefault(access.environment(), Map.of()).get(sighting.key());
        seen(before == null ? sighting : before.sighting().withFocus(focus));
    }

    /// Who is in the room now, in the order in which they came.
    public List<Participant> participants(EnvironmentId environment) {
        List<Sighting> present = new ArrayList<>();
        long earliest = clock.millis() - TIME_TO_LIVE.toMillis();
        for (Seen one : seen.getOrDefault(environment, Map.of()).values()) {
            if (one.atMillis() >= earliest) {
                present.add(one.sighting());
            }
        }
        present.sort(Comparator.comparing(Sighting::since).thenComparing(Sighting::client));
        Map<UserId, Integer> colours = Colours.of(present);
        return present.stream()
                .map(one -> new Participant(
                        one.client(), one.user(), one.displayName(), colours.getOrDefault(one.user(), 0), one.focus()))
                .toList();
    }

    /// Tells of every change of who is in the room and where. The listener must be quick.
    public Subscription listen(EnvironmentId environment, Consumer<List<Participant>> listener) {
        // within compute, so that no emptied list is taken away just before this one enters it
        List<Consumer<List<Participant>>> entered = listeners.compute(environment, (_, known) -> {
            List<Consumer<List<Participant>>> list = known == null ? new CopyOnWriteArrayList<>() : known;
            list.add(listener);
            return list;
        });
        return () -> entered.remove(listener);
    }

    void seen(Sighting sighting) {
        store(sighting);
        notifications.send(TOPIC, SightingJson.write(sighting));
    }

    @Scheduled(fixedDelay = 2_000)
    void forgetTheGone() {
        long earliest = clock.millis() - TIME_TO_LIVE.toMillis();
        seen.forEach((environment, sightings) -> {
            if (sightings.values().removeIf(one -> one.atMillis() < earliest)) {
                tell(environment);
            }
        });
        seen.values().removeIf(Map::isEmpty);
        for (EnvironmentId environment : listeners.keySet()) {
            listeners.computeIfPresent(environment, (_, list) -> list.isEmpty() ? null : list);
        }
    }

    private Sighting first(Access access, String client, Focus focus) {
        access.require(Action.VIEW);
        return new Sighting(
                process,
                access.environment(),
                access.actor().user(),
                client,
                access.actor().displayName(),
                clock.instant(),
                focus,
                true);
    }

    private void heard(String payload) {
        Sighting sighting = SightingJson.read(payload);
        if (!sighting.process().equals(process)) {
            store(sighting);
        }
    }

    private void store(Sighting sighting) {
        Map<Sighting.Key, Seen> room = seen.computeIfAbsent(sighting.environment(), _ -> new ConcurrentHashMap<>());
        Seen before;
        if (sighting.present()) {
            if (room.size() >= MAX_PARTICIPANTS && !room.containsKey(sighting.key())) {
                return;
            }
            before = room.put(sighting.key(), new Seen(sighting, clock.millis()));
        } else {
            before = room.remove(sighting.key());
        }
        boolean changed =
                sighting.present() ? before == null || !before.sighting().equals(sighting) : before != null;
        if (changed) {
            tell(sighting.environment());
        }
    }

    private void tell(EnvironmentId environment) {
        List<Participant> participants = participants(environment);
        for (Consumer<List<Participant>> listener : listeners.getOrDefault(environment, List.of())) {
            try {
                listener.accept(participants);
            } catch (RuntimeException failure) {
                LOG.warn("A listener of the presence in {} failed", environment, failure);
            }
        }
    }

    private double count() {
        return seen.values().stream().mapToInt(Map::size).sum();
    }
}
