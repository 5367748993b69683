package dev.understudy.collab;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.understudy.team.Action;
import dev.understudy.team.Forbidden;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Gives the turns of a room: one thread at a time commits, or reads what others committed. Submissions that arrive
/// meanwhile go together in the next turn, and those that need more of the log than is in memory are prepared before
/// they stand in line. Any thread may call it.
final class Turns {

    /// Changes of one transaction at most.
    static final int MAX_BATCH = 100;

    /// Submissions that may wait; more are refused at once.
    static final int MAX_WAITING = 10_000;

    private final String room;
    private final Sequencer sequencer;
    private final Preparation preparation;
    private final Runnable onEnd;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    @GuardedBy("lock")
    private final List<Submission> waiting = new ArrayList<>();

    /// Those that wait, are prepared or are being committed.
    @GuardedBy("lock")
    private final Map<SubmissionId, Submission> pending = new HashMap<>();

    @GuardedBy("lock")
    private boolean taken;

    @GuardedBy("lock")
    private boolean behind;

    /// @param room its name, for people who look at threads
    /// @param onEnd called after each turn
    Turns(String room, Sequencer sequencer, Preparation preparation, Runnable onEnd) {
        this.room = room;
        this.sequencer = sequencer;
        this.preparation = preparation;
        this.onEnd = onEnd;
    }

    /// A change that waits already, perhaps since nobody could wait for its answer any longer, is not queued twice.
    CompletableFuture<Receipt> enqueue(Submission submission) {
        lock.lock();
        try {
            submission.access().require(Action.EDIT);
            Submission earlier = pending.get(submission.id());
            if (earlier != null) {
                return earlier.receipt().copy();
            }
            if (pending.size() >= MAX_WAITING) {
                throw new RoomUnavailable("Too many changes of this environment are waiting. Try again.", null);
            }
            pending.put(submission.id(), submission);
            queue(submission);
            return submission.receipt().copy();
        } catch (Forbidden | RoomUnavailable refusal) {
            return CompletableFuture.failedFuture(refusal);
        } finally {
            lock.unlock();
        }
    }

    /// Reads what other processes committed, if there is anything. Somebody else's turn is not waited for: afterwards
    /// it is read.
    void catchUp() {
        lock.lock();
        try {
            if (taken) {
                behind = true;
                return;
            }
            taken = true;
        } finally {
            lock.unlock();
        }
        try {
            sequencer.catchUp();
        } finally {
            end(List.of(), List.of());
        }
    }

    /// Waits until the branch is beyond a revision, or nobody wants that any more; see [#wake].
    void awaitBeyond(long revision, BooleanSupplier unwanted) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (sequencer.head().revision() <= revision && !unwanted.getAsBoolean()) {
                moved.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the branch is beyond a revision.
    ///
    /// @return false if that takes longer than `patience`
    boolean awaitBeyond(long revision, Duration patience) {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (sequencer.head().revision() <= revision && nanos > 0) {
                nanos = moved.awaitNanos(nanos);
            }
            return sequencer.head().revision() > revision;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interruption);
        } finally {
            lock.unlock();
        }
    }

    /// Lets those who wait look whether they still want to.
    void wake() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void queue(Submission submission) {
        if (preparation.isNeeded(submission)) {
            Thread.ofVirtual().name("preparation-" + room).start(() -> prepare(submission));
        } else {
            waiting.add(submission);
            start();
        }
    }

    private void prepare(Submission submission) {
        try {
            Submission prepared = preparation.prepare(submission);
            lock.lock();
            try {
                queue(prepared);
            } finally {
                lock.unlock();
            }
        } catch (RuntimeException | Error failure) {
            submission.receipt().completeExceptionally(failure);
            lock.lock();
            try {
                pending.remove(submission.id());
            } finally {
                lock.unlock();
            }
        }
    }

    @GuardedBy("lock")
    private void start() {
        if (!taken && !waiting.isEmpty()) {
            taken = true;
            Thread.ofVirtual().name("room-" + room).start(this::turn);
        }
    }

    private void turn() {
        List<Submission> batch = takeBatch();
        List<Submission> unprepared = List.of();
        try {
            unprepared = sequencer.commit(batch);
        } catch (RuntimeException | Error failure) {
            batch.forEach(submission -> submission.receipt().completeExceptionally(failure));
        } finally {
            end(batch, unprepared);
        }
    }

    private List<Submission> takeBatch() {
        lock.lock();
        try {
            List<Submission> first = waiting.subList(0, Math.min(MAX_BATCH, waiting.size()));
            List<Submission> batch = List.copyOf(first);
            first.clear();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void end(List<Submission> batch, List<Submission> unprepared) {
        lock.lock();
        try {
            for (Submission submission : batch) {
                pending.remove(submission.id());
            }
            for (Submission submission : unprepared) {
                pending.put(submission.id(), submission);
                queue(submission);
            }
            taken = false;
            moved.signalAll();
            if (behind) {
                behind = false;
                Thread.ofVirtual().name("catch-up-" + room).start(this::catchUp);
            }
            start();
        } finally {
            lock.unlock();
        }
        onEnd.run();
    }
}
