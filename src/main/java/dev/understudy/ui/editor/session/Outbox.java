package dev.understudy.ui.editor.session;

import dev.understudy.collab.RoomUnavailable;
import dev.understudy.team.Forbidden;
import dev.understudy.ui.kit.Retry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one page has changed and what is not saved yet: submitted one after the other, in the order in which it was
/// done, by a thread of its own, so that no page waits for its room. What can't be saved for the moment is tried
/// again until it can, whether the page is still open or not.
///
/// Invariant: whatever was taken in is answered once, after all that was taken in before it. Any thread may call it.
final class Outbox {

    /// One submission: it may wait, and is made again if the room was not available. Made twice it must do no more than
    /// once.
    @FunctionalInterface
    interface Attempt {
        SubmitResult make();
    }

    /// Changes of one page that may wait; more are refused.
    static final int MAX_WAITING = 1_000;

    /// What fails so often for another reason than that the room is not available will not get better.
    static final int MAX_FAILURES = 5;

    static final String TOO_MANY = "Too many changes of this page wait to be saved.";
    static final String MISTAKE = "It could not be saved because of a mistake in the server.";

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private record Parcel(Attempt attempt, Consumer<SubmitResult> answered) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Parcel> waiting = new ArrayDeque<>();
    private final AtomicInteger unsaved;
    private final IntConsumer pause;
    private final Consumer<Optional<String>> trouble;
    private boolean sending;

    /// @param unsaved how much all outboxes of the process hold
    /// @param pause waits before the next try, given how many there were
    /// @param trouble is told, on the thread that sends, why nothing can be saved; empty once it can again
    Outbox(AtomicInteger unsaved, IntConsumer pause, Consumer<Optional<String>> trouble) {
        this.unsaved = unsaved;
        this.pause = pause;
        this.trouble = trouble;
    }

    /// Takes in a change. Returns at once.
    ///
    /// @param answered is told on the thread that sends, and must be quick
    void add(Attempt attempt, Consumer<SubmitResult> answered) {
        if (!take(new Parcel(attempt, answered))) {
            answered.accept(new SubmitResult.Refused(TOO_MANY));
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean take(Parcel parcel) {
        lock.lock();
        try {
            if (waiting.size() >= MAX_WAITING) {
                return false;
            }
            waiting.addLast(parcel);
            unsaved.incrementAndGet();
            if (!sending) {
                sending = true;
                Thread.ofVirtual().name("outbox").start(this::send);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Parcel> next() {
        lock.lock();
        try {
            Optional<Parcel> next = Optional.ofNullable(waiting.pollFirst());
            sending = next.isPresent();
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void send() {
        for (Optional<Parcel> next = next(); next.isPresent(); next = next()) {
            try {
                next.get().answered().accept(deliver(next.get().attempt()));
            } catch (RuntimeException failure) {
                LOG.error("Nobody could be told of an answer", failure);
            } finally {
                unsaved.decrementAndGet();
            }
        }
    }

    private SubmitResult deliver(Attempt attempt) {
        int mistakes = 0;
        for (int tries = 1; ; tries++) {
            try {
                return relieved(attempt.make(), tries);
            } catch (Forbidden forbidden) {
                return relieved(new SubmitResult.Refused(forbidden.sentence()), tries);
            } catch (RuntimeException | Error failure) {
                if (!Retry.isPassing(failure) && ++mistakes >= MAX_FAILURES) {
                    LOG.error("A change of a page could not be saved and is given back", failure);
                    return relieved(new SubmitResult.Refused(MISTAKE), tries);
                }
                if (tries == 1) {
                    LOG.warn("A change of a page is not saved yet: {}", failure.toString());
                }
                trouble.accept(Optional.of(words(failure)));
                pause.accept(tries);
            }
        }
    }

    private SubmitResult relieved(SubmitResult result, int tries) {
        if (tries > 1) {
            trouble.accept(Optional.empty());
        }
        return result;
    }

    private static String words(Throwable failure) {
        return failure instanceof RoomUnavailable
                ? "The server is busy; it keeps trying."
                : "The server can't reach its database; it keeps trying.";
    }
}
