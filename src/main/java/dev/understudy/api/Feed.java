package dev.understudy.api;

import dev.understudy.collab.Committed;
import dev.understudy.presence.Participant;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What one event stream has yet to send: changes in their order, and of everything else only how it is now. It
/// holds no more than [#MAX_WAITING] changes; who brings more waits, which holds up nobody but this stream.
///
/// Any thread may bring something; one takes it out.
final class Feed {

    static final int MAX_WAITING = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Deque<Committed> changes = new ArrayDeque<>();
    private @Nullable List<Participant> participants;
    private @Nullable ListenerView listener;
    private boolean looksAgain;
    private boolean ended;

    void change(Committed change) {
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

    void participants(List<Participant> now) {
        bring(() -> participants = now);
    }

    void listener(ListenerView now) {
        bring(() -> listener = now);
    }

    /// Lets the stream look at once whether its client may still see the environment.
    void lookAgain() {
        bring(() -> looksAgain = true);
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
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (isQuiet() && nanos > 0) {
                nanos = moved.awaitNanos(nanos);
            }
            return take();
        } finally {
            lock.unlock();
        }
    }

    /// Whether no event waits.
    boolean hasNothing() {
        lock.lock();
        try {
            return changes.isEmpty() && participants == null && listener == null;
        } finally {
            lock.unlock();
        }
    }

    private boolean isQuiet() {
        return changes.isEmpty() && participants == null && listener == null && !looksAgain && !ended;
    }

    /// Called with the lock held.
    private Optional<ServerEvent> take() {
        Committed change = changes.pollFirst();
        if (change != null) {
            moved.signalAll();
            return Optional.of(ServerEvent.of(change));
        }
        if (participants != null) {
            List<Participant> now = participants;
            participants = null;
            return Optional.of(ServerEvent.of(now));
        }
        if (listener != null) {
            ListenerView now = listener;
            listener = null;
            return Optional.of(ServerEvent.of(now));
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
