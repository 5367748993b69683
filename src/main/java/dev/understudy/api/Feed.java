package dev.understudy.api;

import dev.understudy.presence.Participant;
import dev.understudy.traffic.Glimpse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// What one event stream has yet to send. It owns no queue: of the changes it knows how far it is, and of everything
/// else only that it is another now. How it is then is asked when it is sent, so that no older answer can come after a
/// newer one.
///
/// Any thread may say that something moved; one takes out what there is.
final class Feed {

    /// Who is there is sent whole, so it is not sent at every step of somebody.
    static final Duration BETWEEN_PARTICIPANTS = Duration.ofMillis(250);

    /// So that of much traffic some is told, and not all.
    static final Duration BETWEEN_EXCHANGES = Duration.ofMillis(250);

    private enum What {
        NOTHING,
        CHANGES,
        PARTICIPANTS,
        LISTENER,
        TRAFFIC
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Supplier<List<Participant>> participants;
    private final Supplier<ListenerView> listener;
    private boolean participantsMoved = true;
    private long participantsNanos = System.nanoTime() - BETWEEN_PARTICIPANTS.toNanos();
    private boolean listenerMoved = true;
    private final TrafficInbox inbox = new TrafficInbox();
    private boolean trafficMoved;
    private long trafficNanos = System.nanoTime() - BETWEEN_EXCHANGES.toNanos();
    private volatile boolean looksAgain;
    private boolean timePassed;
    private volatile boolean ended;
    /// Only the thread that takes out what there is goes on.
    private long position;

    /// @param after the revision from which on it wants changes
    /// @param participants tells who is there now
    /// @param listener tells how the listener is now
    Feed(long after, Supplier<List<Participant>> participants, Supplier<ListenerView> listener) {
        this.position = after;
        this.participants = participants;
        this.listener = listener;
    }

    void changesMoved() {
        bring(() -> {});
    }

    void participantsMoved() {
        bring(() -> participantsMoved = true);
    }

    void listenerMoved() {
        bring(() -> listenerMoved = true);
    }

    /// The mock was asked something.
    void trafficMoved(Glimpse news) {
        if (inbox.take(news)) {
            bring(() -> trafficMoved = true);
        }
    }

    /// Lets the stream look at once whether its client may still see the environment.
    void lookAgain() {
        bring(() -> looksAgain = true);
    }

    /// Lets the stream look at the time. It waits without an alarm of its own: setting one and putting it off again for
    /// every change costs more than sending the change.
    void tick() {
        bring(() -> timePassed = true);
    }

    /// Word of anything but changes may have been lost.
    void mayHaveMissed() {
        bring(() -> {
            participantsMoved = true;
            listenerMoved = true;
            looksAgain = true;
        });
    }

    void end() {
        bring(() -> ended = true);
    }

    boolean isEnded() {
        return ended;
    }

    /// Whether [#lookAgain] was called since the last time.
    boolean takeLookAgain() {
        boolean wanted = looksAgain;
        if (wanted) {
            looksAgain = false;
        }
        return wanted;
    }

    /// The next events, in their order; none if something else than an event came first.
    ///
    /// @throws org.springframework.dao.DataAccessException if they have to be read and can't be
    List<? extends Supplier<byte[]>> next(RoomEvents changes) throws InterruptedException {
        return switch (take(changes)) {
            case NOTHING -> List.of();
            case CHANGES -> {
                List<ChangeEvent> next = changes.after(position);
                position = next.isEmpty() ? position : next.getLast().revision();
                yield next;
            }
            case PARTICIPANTS -> List.of(() -> ServerEvent.of(participants.get()));
            case LISTENER -> List.of(() -> ServerEvent.of(listener.get()));
            case TRAFFIC -> inbox.events();
        };
    }

    /// Whether no event can be sent now.
    boolean hasNothing(RoomEvents changes) {
        lock.lock();
        try {
            return !changes.goesBeyond(position)
                    && (!participantsMoved || untilParticipants() > 0)
                    && (!trafficMoved || untilTraffic() > 0)
                    && !listenerMoved;
        } finally {
            lock.unlock();
        }
    }

    private What take(RoomEvents changes) throws InterruptedException {
        lock.lock();
        try {
            while (hasNothing(changes) && !looksAgain && !ended && !timePassed) {
                if (participantsMoved || trafficMoved) {
                    var _ = moved.awaitNanos(Math.min(
                            participantsMoved ? untilParticipants() : Long.MAX_VALUE,
                            trafficMoved ? untilTraffic() : Long.MAX_VALUE));
                } else {
                    moved.await();
                }
            }
            timePassed = false;
            if (changes.goesBeyond(position)) {
                return What.CHANGES;
            }
            if (participantsMoved && untilParticipants() <= 0) {
                participantsMoved = false;
                participantsNanos = System.nanoTime();
                return What.PARTICIPANTS;
            }
            if (trafficMoved && untilTraffic() <= 0) {
                trafficMoved = false;
                trafficNanos = System.nanoTime();
                return What.TRAFFIC;
            }
            boolean listenerNow = listenerMoved;
            listenerMoved = false;
            return listenerNow ? What.LISTENER : What.NOTHING;
        } finally {
            lock.unlock();
        }
    }

    private long untilParticipants() {
        return participantsNanos + BETWEEN_PARTICIPANTS.toNanos() - System.nanoTime();
    }

    private long untilTraffic() {
        return trafficNanos + BETWEEN_EXCHANGES.toNanos() - System.nanoTime();
    }

    private void bring(Runnable what) {
        lock.lock();
        try {
            what.run();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
