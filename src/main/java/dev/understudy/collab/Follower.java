package dev.understudy.collab;

import dev.understudy.server.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// One subscriber of a room: a virtual thread with a position in the log. It owns no queue, so it can be as slow
/// as it likes. Closing it never interrupts the thread: in the middle of a query that would break the connection to the
/// database, which others are to use after it.
final class Follower implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int AT_ONCE = 200;
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    private final Room room;
    private final Consumer<List<CommittedChange>> listener;
    private final Runnable dropped;
    private long position;
    private final AtomicBoolean closed = new AtomicBoolean();

    Follower(Room room, long after, Consumer<List<CommittedChange>> listener, Runnable dropped) {
        this.room = room;
        this.position = after;
        this.listener = listener;
        this.dropped = dropped;
    }

    Follower start() {
        room.countSubscriber(1);
        Thread.ofVirtual().name("follower-" + room.branch()).start(this::run);
        return this;
    }

    /// What comes next. While the log can't be read there is nothing, after a pause: what a subscriber missed must
    /// not depend on the database being there all the time.
    private List<CommittedChange> next() throws InterruptedException {
        try {
            return room.changes(position, AT_ONCE);
        } catch (DataAccessException failure) {
            LOG.warn("The log of {} can't be read; a subscriber waits: {}", room, failure.toString());
            Thread.sleep(BEFORE_NEXT_TRY);
            return List.of();
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            room.countSubscriber(-1);
            room.wakeSubscribers();
        }
    }

    private void run() {
        try {
            while (!closed.get()) {
                room.awaitBeyond(position, closed::get);
                if (closed.get()) {
                    return;
                }
                List<CommittedChange> next = next();
                if (!next.isEmpty()) {
                    listener.accept(next);
                    position = next.getLast().revision();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            drop(failure);
        }
    }

    private void drop(Throwable failure) {
        if (!closed.get()) {
            LOG.error("A subscriber of {} failed and is dropped", room, failure);
            close();
            dropped.run();
        }
    }
}
