package dev.understudy.traffic.kept;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sees to it, at the start and every hour, that there is room for what is kept in the days to come, and that what is
/// too
/// old goes: all of it where the operator keeps nothing any more.
@Component
class Partitions implements SmartLifecycle {

    /// For so many days there is room ahead.
    static final int DAYS_AHEAD = 7;

    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);

    private final PartitionStore store;
    private final Retention retention;
    private final Clock clock;
    private volatile boolean running;

    Partitions(PartitionStore store, Retention retention, Clock clock) {
        this.store = store;
        this.retention = retention;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 3_600_000, fixedDelay = 3_600_000)
    void look() {
        if (!running) {
            return;
        }
        attempt(this::care);
    }

    /// What can't be done now is left for the next time, and does not keep the rest from being done.
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.warn("The days of what mocks are asked are looked after again in an hour: {}", failure.toString());
        }
    }

    private void care() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        SortedSet<LocalDate> there = store.days();
        if (retention.isOn()) {
            for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
                LocalDate day = today.plusDays(ahead);
                if (!there.contains(day)) {
                    attempt(() -> store.make(day));
                }
            }
        }
        Instant oldest = now.minus(retention.age());
        // a day goes when its last moment is too old
        LocalDate first = LocalDate.ofInstant(oldest, ZoneOffset.UTC);
        (retention.isOn() ? there.headSet(first) : there).forEach(day -> attempt(() -> store.drop(day)));
        store.sweep(oldest);
    }

    @Override
    public void start() {
        running = true;
        look();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
