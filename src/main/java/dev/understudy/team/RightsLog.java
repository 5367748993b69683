package dev.understudy.team;

import dev.understudy.server.Notifications;
import dev.understudy.server.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The one source of changes of rights, whoever made them and however: the database itself writes a line for each, in
/// the transaction that makes it, and this process reads on from where it is. It looks when it is told to, and so often
/// that what nobody told of is found within [#LOOK_EVERY].
///
/// Invariant: whoever listens is told of each line once, in their order, or that it could be anything. Any thread may
/// call it.
@Component
public final class RightsLog {

    /// How often it looks of its own accord.
    public static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /// What was looked up may be taken for true so long after the last look.
    static final Duration LEASE = Duration.ofSeconds(1);

    /// More lines at once are told as one of everything.
    static final int MAX_LINES = 1_000;

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(RightsLog.class);
    private static final String TOPIC = "rights";
    private static final long NOWHERE = -1;

    private final RightsLogStore store;
    private final Clock clock;
    private final List<Consumer<RightsChange>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock turn = new ReentrantLock();
    private volatile long position = NOWHERE;
    private final LongSupplier nanos;
    private volatile long lookedNanos;

    @Autowired
    public RightsLog(DSLContext sql, Clock clock, Notifications notifications) {
        this(sql, clock, notifications, System::nanoTime);
    }

    /// @param nanos how time goes by, from any start
    RightsLog(DSLContext sql, Clock clock, Notifications notifications, LongSupplier nanos) {
        this.nanos = nanos;
        this.store = new RightsLogStore(sql);
        this.clock = clock;
        notifications.listen(TOPIC, this::heard);
    }

    /// Tells of every change from now on, on the thread that found it: the listener must be quick.
    public Subscription listen(Consumer<RightsChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Reads what is new and tells of it. To be called after a commit that changes rights, so that whoever made it
    /// finds it done; a process that hears nothing finds it a moment later.
    public void look() {
        turn.lock();
        try {
            long now = nanos.getAsLong();
            long head = store.head();
            if (position != NOWHERE && head != position) {
                news(head).forEach(this::tell);
            }
            position = head;
            lookedNanos = now;
        } finally {
            turn.unlock();
        }
    }

    @Scheduled(fixedDelayString = "${understudy.rights.look-every:500ms}")
    void lookAgain() {
        try {
            look();
        } catch (DataAccessException failure) {
            LOG.debug("The log of rights can't be read; what is needed is looked up", failure);
        }
    }

    /// Lines that every process has read long ago.
    @Scheduled(fixedDelay = 600_000)
    void forgetOldLines() {
        store.forgetBefore(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC));
    }

    /// Whether what was looked up before, and of which no change was told, is still true: as far as this process has
    /// looked, which is less than [#LEASE] ago.
    boolean isRead() {
        return position != NOWHERE && nanos.getAsLong() - lookedNanos < LEASE.toNanos();
    }

    private List<RightsChange> news(long head) {
        long count = head - position;
        if (count < 0 || count > MAX_LINES) {
            return List.of(new RightsChange.OfAnything());
        }
        List<RightsChange> lines = store.between(position, head);
        return lines.size() == count ? lines : List.of(new RightsChange.OfAnything());
    }

    private void tell(RightsChange change) {
        for (Consumer<RightsChange> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException failure) {
                LOG.warn("A listener failed on a change of rights", failure);
            }
        }
    }

    private void heard(String line) {
        if (position == NOWHERE || Long.parseLong(line) > position) {
            look();
        }
    }
}
