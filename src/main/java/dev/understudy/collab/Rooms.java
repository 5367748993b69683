package dev.understudy.collab;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.server.Notifications;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The open rooms of this process. Rooms hear of what other processes committed by a notification, and by a slow
/// look for those that got lost. Any thread may call it.
@Component
public class Rooms {

    /// Says that a branch has a new revision: its id, a space, the number.
    static final String TOPIC = "room";

    private static final Duration CLOSE_AFTER = Duration.ofMinutes(10);

    private final DSLContext sql;
    private final Clock clock;
    private final Notifications notifications;
    private final CommitMetrics metrics;
    private final EnvironmentStore environments;
    private final Map<EnvironmentId, BranchId> mains = new ConcurrentHashMap<>();
    private final Map<BranchId, Room> open = new ConcurrentHashMap<>();
    private final Map<BranchId, AtomicLong> announced = new ConcurrentHashMap<>();

    Rooms(DSLContext sql, Clock clock, Notifications notifications, MeterRegistry registry) {
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

    /// The room of the branch `main` of an environment.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not see it
    public Room open(Access access) {
        access.require(Action.VIEW);
        BranchId branch = mains.computeIfAbsent(access.environment(), environments::mainBranch);
        return open.computeIfAbsent(branch, this::newRoom);
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
        open.values().removeIf(room -> room.isIdleFor(CLOSE_AFTER.toNanos()));
        announced.keySet().retainAll(open.keySet());
    }

    private Room newRoom(BranchId branch) {
        Committer committer = new Committer(new ChangeStore(sql, branch), clock, metrics);
        announced.put(branch, new AtomicLong(committer.head().revision()));
        return new Room(branch, committer, this::announce);
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
