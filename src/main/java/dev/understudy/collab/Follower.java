package dev.understudy.collab;

import dev.understudy.server.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One subscriber of a room: a virtual thread with a position in the log. It owns no queue, so it can be as slow
/// as it likes.
final class Follower implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int AT_ONCE = 200;

    private final Room room;
    private final Consumer<Committed> listener;
    private long position;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;

    Follower(Room room, long after, Consumer<Committed> listener) {
        this.room = room;
        this.position = after;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("follower-" + room.branch()).unstarted(this::run);
    }

    Follower start() {
        room.countSubscriber(1);
        thread.start();
        return this;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            room.countSubscriber(-1);
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (!closed.get()) {
                room.awaitBeyond(position);
                for (Committed change : room.changes(position, AT_ONCE)) {
                    if (closed.get()) {
                        return;
                    }
                    listener.accept(change);
                    position = change.revision();
                }
            }
        } catch (InterruptedException _) {
            // Closed.
        } catch (RuntimeException failure) {
            if (!closed.get()) {
                LOG.error("A subscriber of {} failed and is dropped", room, failure);
                close();
            }
        }
    }
}
