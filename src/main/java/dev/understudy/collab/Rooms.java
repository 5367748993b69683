package dev.understudy.collab;

import dev.understudy.environment.BranchId;
import dev.understudy.server.Notifications;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.Action;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
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

    /// Submissions far behind that are prepared at a time: they leave connections to everybody else.
    private static final int PREPARATIONS = 2;

    /// Documents of the past that are made at a time: they leave memory to everybody else.
    private static final int REPLAYS = 2;

    private final DSLContext sql;
    private final Clock clock;
    private final Notifications notifications;
    private final CommitMetrics metrics;
    private final EnvironmentStore environments;
    private final Grants grants;
    private final Semaphore replays = new Semaphore(REPLAYS);
    private final Semaphore preparations = new Semaphore(PREPARATIONS);
    private final Duration answerWithin;
    private final long maxBytes;
    private final Map<BranchId, Room> open = new ConcurrentHashMap<>();
    /// Rooms that made way while somebody may still have them in hand. They go on hearing of what others commit for as
    /// long as that is so.
    private final Set<Room> handedOut = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final Map<BranchId, AtomicLong> announced = new ConcurrentHashMap<>();

    @Autowired
    Rooms(
            DSLContext sql,
            Clock clock,
            Notifications notifications,
            MeterRegistry registry,
            Accesses accesses,
            @Value("${understudy.rooms.answer-within}") Duration answerWithin) {
        this(
                sql,
                clock,
                notifications,
                registry,
                new CurrentGrants(accesses),
                answerWithin,
                Runtime.getRuntime().maxMemory() / PART_OF_PROCESS);
    }

    /// @param grants what counts when a change is committed
    /// @param answerWithin how long somebody who submits a change waits for the answer
    /// @param maxBytes that the documents of open rooms may take together, about
    Rooms(
            DSLContext sql,
            Clock clock,
            Notifications notifications,
            MeterRegistry registry,
            Grants grants,
            Duration answerWithin,
            long maxBytes) {
        this.grants = grants;
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
        Room known = open.computeIfPresent(branch, (_, room) -> {
            room.touch();
            return room;
        });
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
            if (bytes > maxBytes && makeWay(other, Duration.ZERO)) {
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

    /// Atomic with [#open]: what was just handed out is not idle.
    private boolean makeWay(Room room, Duration idle) {
        return open.computeIfPresent(room.branch(), (_, current) -> {
                    boolean goes = current == room && room.isIdleFor(idle.toNanos());
                    if (goes) {
                        handedOut.add(room);
                    }
                    return goes ? null : current;
                })
                == null;
    }

    /// Finds what notifications did not tell: a process that died in between, a connection that broke.
    @Scheduled(fixedDelayString = "${understudy.rooms.look-every:2s}")
    void lookForMissed() {
        Set<BranchId> followed = new HashSet<>(open.keySet());
        departed().forEach(room -> followed.add(room.branch()));
        if (!followed.isEmpty()) {
            environments.revisions(followed).forEach(this::catchUp);
        }
    }

    @Scheduled(fixedDelay = 60_000)
    void closeIdle() {
        closeIdle(CLOSE_AFTER);
    }

    void closeIdle(Duration idle) {
        List.copyOf(open.values()).forEach(room -> makeWay(room, idle));
        announced.keySet().retainAll(open.keySet());
    }

    private Room newRoom(BranchId branch) {
        ChangeStore store = new ChangeStore(sql, branch);
        NodeLogStore nodes = new NodeLogStore(sql, branch);
        Milestones milestones = new Milestones(new MilestoneStore(sql, branch), store::after, replays);
        Reducer reducer = new DocumentReducer(nodes::removed);
        Sequencer sequencer = new Sequencer(store, reducer, grants, clock, metrics, milestones::keepLater);
        Preparation preparation = new Preparation(nodes, reducer, sequencer, preparations, Preparation.MAX_BEHIND);
        announced.put(branch, new AtomicLong(sequencer.head().revision()));
        return new Room(branch, store, sequencer, preparation, milestones, answerWithin, this::announce);
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
        }
        catchUp(branch, revision);
    }

    private void catchUp(BranchId branch, long revision) {
        catchUp(open.get(branch), revision);
        departed().filter(room -> room.branch().equals(branch)).forEach(room -> catchUp(room, revision));
    }

    private static void catchUp(@Nullable Room room, long revision) {
        if (room != null && room.snapshot().revision() < revision) {
            Thread.ofVirtual().name("catch-up-" + room.branch()).start(room::catchUp);
        }
    }

    private Stream<Room> departed() {
        synchronized (handedOut) {
            return List.copyOf(handedOut).stream();
        }
    }
}
