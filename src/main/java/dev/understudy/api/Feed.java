package dev.understudy.api;

import dev.understudy.collab.CommittedChange;
import dev.understudy.presence.Participant;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// What one event stream has yet to send: changes in their order, and of everything else only that it is another now.
/// How it is then is asked when it is sent, so that no older answer can come after a newer one. It holds no more than
/// [#MAX_WAITING] changes; who brings more waits, which holds up nobody but this stream.
///
/// Any thread may bring something; one takes it out.
final class Feed {

    static final int MAX_WAITING = 100;

    /// Who is there is sent whole, so it is not sent at every step of somebody.
    static final Duration BETWEEN_PARTICIPANTS = Duration.ofMillis(250);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Deque<CommittedChange> changes = new ArrayDeque<>();
    private final Supplier<List<Participant>> participants;
    private final Supplier<ListenerView> listener;
    private boolean participantsMoved = true;
    private long participantsNanos = System.nanoTime() - BETWEEN_PARTICIPANTS.toNanos();
    private boolean listenerMoved = true;
    private boolean looksAgain;
    private boolean ended;

    /// @param participants tells who is there now
    /// @param listener tells how the listener is now
    Feed(Supplier<List<Participant>> participants, Supplier<ListenerView> listener) {
        this.participants = participants;
        this.listener = listener;
    }

    void change(CommittedChange change) {
        lock.lock();
        try {
            while (changes.size() >= MAX_WAITING && !ended) {
                moved.await();
            }
            changes.addLast(change);
            moved.signalAll();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    void participantsMoved() {
        bring(() -> participantsMoved = true);
    }

    void listenerMoved() {
        bring(() -> listenerMoved = true);
    }

    /// Lets the stream look at once whether its client may still see the environment.
    void lookAgain() {
        bring(() -> looksAgain = true);
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
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    /// Whether [#lookAgain] was called since the last time.
    boolean takeLookAgain() {
        lock.lock();
        try {
            boolean wanted = looksAgain;
            looksAgain = false;
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /// The next event; empty if there is none in this time, or if something else than an event came.
    Optional<ServerEvent> next(Duration patience) throws InterruptedException {
        return take(patience).map(Supplier::get);
    }

    /// Whether no event can be sent now.
    boolean hasNothing() {
        lock.lock();
        try {
            return changes.isEmpty() && (!participantsMoved || untilParticipants() > 0) && !listenerMoved;
        } finally {
            lock.unlock();
        }
    }

    /// How the next event is made, to be asked without the lock: it may look into the database.
    private Optional<Supplier<ServerEvent>> take(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (isQuiet() && nanos > 0) {
                long wait = participantsMoved ? Math.min(nanos, untilParticipants()) : nanos;
                nanos -= wait - moved.awaitNanos(wait);
            }
            return take();
        } finally {
            lock.unlock();
        }
    }

    private long untilParticipants() {
        return participantsNanos + BETWEEN_PARTICIPANTS.toNanos() - System.nanoTime();
    }

    private boolean isQuiet() {
        return hasNothing() && !looksAgain && !ended;
    }

    /// Called with the lock held.
    private Optional<Supplier<ServerEvent>> take() {
        CommittedChange change = changes.pollFirst();
        if (change != null) {
            moved.signalAll();
            return Optional.of(() -> ServerEvent.of(change));
        }
        if (participantsMoved && untilParticipants() <= 0) {
            participantsMoved = false;
            participantsNanos = System.nanoTime();
            return Optional.of(() -> ServerEvent.of(participants.get()));
        }
        if (listenerMoved) {
            listenerMoved = false;
            return Optional.of(() -> ServerEvent.of(listener.get()));
        }
        return Optional.empty();
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
