package dev.understudy.recording;

import dev.understudy.environment.BranchId;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.hosting.runtime.Witnesses;
import dev.understudy.server.Notifications;
import dev.understudy.server.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Takes down, in each process, what the mocks hear that run in it: for each recording that runs there is a [Tape].
/// What runs is in the database, so it goes on after a restart. Any thread may call it.
@Component
class Recorder implements SmartLifecycle {

    /// A recording began, ended or was thrown away: a branch.
    private static final String STATE = "recording";

    /// Something more was taken down: a branch.
    private static final String NEWS = "recording-news";

    /// What nobody looked at is kept so long.
    static final Duration KEPT_FOR = Duration.ofDays(7);

    static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private final RecordingStore recordings;
    private final RecordedStore recorded;
    private final Witnesses witnesses;
    private final Notifications notifications;
    private final Clock clock;
    private final TapeRoom room = TapeRoom.ofThisProcess();
    private final Map<BranchId, Tape> tapes = new ConcurrentHashMap<>();
    private volatile boolean running;

    Recorder(
            RecordingStore recordings,
            RecordedStore recorded,
            Listeners listeners,
            Notifications notifications,
            Clock clock) {
        this.recordings = recordings;
        this.recorded = recorded;
        this.witnesses = listeners.witnessesHere();
        this.notifications = notifications;
        this.clock = clock;
        notifications.listen(STATE, branch -> aside(() -> look(new BranchId(UUID.fromString(branch)))));
        notifications.onGap(() -> aside(this::look));
    }

    private void aside(Runnable look) {
        if (running) {
            Thread.ofVirtual().name("recorder").start(() -> {
                try {
                    look.run();
                } catch (RuntimeException failure) {
                    LOG.warn("What is to be recorded is not known for the moment: {}", failure.toString());
                }
            });
        }
    }

    /// Tells, on a thread that must not be held up, that there may be something new about a recording.
    Subscription listen(BranchId branch, Runnable listener) {
        Subscription state = notifications.listen(STATE, payload -> tell(payload, branch, listener));
        Subscription news = notifications.listen(NEWS, payload -> tell(payload, branch, listener));
        return () -> {
            state.close();
            news.close();
        };
    }

    private static void tell(String payload, BranchId branch, Runnable listener) {
        if (payload.equals(branch.toString())) {
            listener.run();
        }
    }

    /// Lets all processes know that a recording began or ended. In this one, what was heard before is written when
    /// it returns.
    void changed(BranchId branch) {
        Optional<Tape> tape = Optional.ofNullable(tapes.get(branch));
        look(branch);
        tape.ifPresent(Recorder::settle);
        notifications.send(STATE, branch.toString());
    }

    private static void settle(Tape tape) {
        try {
            tape.settle(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// One after the other, so that nobody goes on from what was so before.
    private synchronized void look(BranchId branch) {
        set(branch, recordings.running(branch));
    }

    /// Finds what notifications did not tell, and ends what has run long enough.
    @Scheduled(fixedDelay = 5_000)
    synchronized void look() {
        if (running) {
            recordings.expire(clock.instant()).forEach(branch -> notifications.send(STATE, branch.toString()));
            Map<BranchId, UUID> now = recordings.running();
            now.forEach((branch, id) -> set(branch, Optional.of(id)));
            tapes.keySet().stream()
                    .filter(branch -> !now.containsKey(branch))
                    .forEach(branch -> set(branch, recordings.running(branch)));
        }
    }

    @Scheduled(initialDelay = 900_000, fixedDelay = 3_600_000)
    void forgetOld() {
        recordings.forgetStopped(clock.instant().minus(KEPT_FOR));
    }

    private void set(BranchId branch, Optional<UUID> recording) {
        tapes.compute(branch, (_, tape) -> {
            if (tape != null && recording.equals(Optional.of(tape.recording()))) {
                return tape;
            }
            if (tape != null) {
                tape.end();
            }
            if (recording.isEmpty() || !running) {
                witnesses.dismiss(branch);
                return null;
            }
            Tape fresh = new Tape(branch, recording.get(), recorded, clock, room, written -> written(branch, written));
            witnesses.call(branch, fresh);
            return fresh;
        });
    }

    private void written(BranchId branch, RecordedStore.Written written) {
        notifications.send(written == RecordedStore.Written.KEPT ? NEWS : STATE, branch.toString());
    }

    /// Before listeners start.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    @Override
    public void start() {
        running = true;
        look();
    }

    @Override
    public void stop() {
        running = false;
        tapes.keySet().forEach(branch -> {
            Optional<Tape> tape = Optional.ofNullable(tapes.get(branch));
            set(branch, Optional.empty());
            tape.ifPresent(Recorder::settle);
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
