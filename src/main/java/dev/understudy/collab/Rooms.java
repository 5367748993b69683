package dev.understudy.collab;

import dev.understudy.environment.BranchId;
import dev.understudy.server.Notifications;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
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
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The open rooms of this process. Rooms hear of what other processes committed by a notification, and by a slow
/// look for those that got lost. Any thread may call it.
@Component
public class Rooms {

    /// Says that a branch has a new revision: its id, a space, the number.
    static final String TOPIC = "room";

    static final Duration CLOSE_AFTER = Duration.ofMinutes(10);

    /// Of the memory that the process may have, for the documents of open rooms.
    private static final int PART_OF_PROCESS = 4;

    private final DSLContext sql;
    private final Clock clock;
    private final Notifications notifications;
    private final CommitMetrics metrics;
    private final EnvironmentStore environments;
    private final Duration answerWithin;
    private final long maxBytes;
    private final Map<BranchId, Room> open = new ConcurrentHashMap<>();
    private final Map<BranchId, AtomicLong> announced = new ConcurrentHashMap<>();

    @Autowired
    Rooms(
            DSLContext sql,
            Clock clock,
            Notifications notifications,
            MeterRegistry registry,
            @Value("${understudy.rooms.answer-within}") Duration answerWithin) {
        this(
                sql,
                clock,
                notifications,
                registry,
                answerWithin,
                Runtime.getRuntime().maxMemory() / PART_OF_PROCESS);
    }

    /// @param answerWithin how long somebody who submits a change waits for the answer
    /// @param maxBytes that the documents of open rooms may take together, about
    Rooms(
            DSLContext sql,
            Clock clock,
            Notifications notifications,
            MeterRegistry registry,
            Duration answerWithin,
            long maxBytes) {
        this.answerWithin = answerWithin;
        this.maxBytes = maxBytes;
        this.sql = sql;
        this.clock = clock;
        this.notifications = notifications;
        this.metrics = new CommitMetrics(registry);
        this.environments = new EnvironmentStore(sql);
        Gauge.builder("understudy.rooms", open, Map::size)
                .description("Rooms that are open in this process")
                .register(registry);
        notifications.listen(TOPIC, this::heard);
        notifications.onGap(this::lookForMissed);
    }

    /// The room of a branch.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not see it
    /// @throws RoomUnavailable if there is no memory for one more document
    public Room open(Access access) {
        access.require(Action.VIEW);
        BranchId branch = access.branch().id();
        Room known = open.get(branch);
        return known != null ? known : openAnew(branch);
    }

    /// Rooms that nobody is in make way for others: whoever comes back to one opens it again.
    private Room openAnew(BranchId branch) {
        Room room = open.computeIfAbsent(branch, this::newRoom);
        List<Room> others = new ArrayList<>(open.values());
        others.remove(room);
        others.sort(Comparator.comparing(Room::lastUsedNanos));
        long bytes = room.bytes() + others.stream().mapToLong(Room::bytes).sum();
        for (Room other : others) {
            if (bytes > maxBytes && other.isIdleFor(0) && open.remove(other.branch(), other)) {
                bytes -= other.bytes();
            }
        }
        if (bytes > maxBytes && !others.isEmpty()) {
            open.remove(branch, room);
            throw new RoomUnavailable(
                    "This server has no memory left for one more environment that is worked on. Close another one, or"
                            + " stop its mock, and try again in a moment.",
                    null);
        }
        return room;
    }

    /// Finds what notifications did not tell: a process that died in between, a connection that broke.
    @Scheduled(fixedDelayString = "${understudy.rooms.look-every:2s}")
    void lookForMissed() {
        if (!open.isEmpty()) {
            environments.revisions(open.keySet()).forEach(this::catchUp);
        }
    }

    @Scheduled(fixedDelay = 60_000)
    void closeIdle() {
        closeIdle(CLOSE_AFTER);
    }

    void closeIdle(Duration idle) {
        open.values().removeIf(room -> room.isIdleFor(idle.toNanos()));
        announced.keySet().retainAll(open.keySet());
    }

    private Room newRoom(BranchId branch) {
        Committer committer = new Committer(new ChangeStore(sql, branch), clock, metrics);
        announced.put(branch, new AtomicLong(committer.head().revision()));
        return new Room(branch, committer, answerWithin, this::announce);
    }

    private void announce(Room room) {
        long revision = room.snapshot().revision();
        AtomicLong last = announced.computeIfAbsent(room.branch(), _ -> new AtomicLong());
        if (last.getAndAccumulate(revision, Math::max) < revision) {
            notifications.send(TOPIC, room.branch() + " " + revision);
        }
    }

    private void heard(String payload) {
        int space = payload.indexOf(' ');
        BranchId branch = new BranchId(UUID.fromString(payload.substring(0, space)));
        long revision = Long.parseLong(payload.substring(space + 1));
        if (open.containsKey(branch)) {
            announced.computeIfAbsent(branch, _ -> new AtomicLong()).accumulateAndGet(revision, Math::max);
            catchUp(branch, revision);
        }
    }

    private void catchUp(BranchId branch, long revision) {
        Room room = open.get(branch);
        if (room != null && room.snapshot().revision() < revision) {
            Thread.ofVirtual().name("catch-up-" + branch).start(room::catchUp);
        }
    }
}
