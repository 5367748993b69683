package dev.understudy.collab;

import dev.understudy.edit.Change;
import dev.understudy.environment.BranchId;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The one place of this process where the changes of a branch are put in order and sent to everyone who is
/// in it. Another process may have a room for the same branch: the log's primary key decides between them.
///
/// Invariant: the head is what replaying the log up to its revision gives. Any thread may call any method;
/// changes are committed by one thread at a time, and those that arrive meanwhile go together in the next
/// transaction.
public final class Room {

    /// Changes of one transaction at most.
    static final int MAX_BATCH = 100;

    /// Submissions that may wait; more are refused at once.
    static final int MAX_WAITING = 10_000;

    private final BranchId branch;
    private final Committer committer;
    private final Consumer<Room> onCommit;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final List<Submission> waiting = new ArrayList<>();
    private boolean committing;
    private boolean behind;
    private final AtomicInteger subscribers = new AtomicInteger();
    private volatile long lastUsedNanos = System.nanoTime();

    Room(BranchId branch, Committer committer, Consumer<Room> onCommit) {
        this.branch = branch;
        this.committer = committer;
        this.onCommit = onCommit;
    }

    public BranchId branch() {
        return branch;
    }

    /// The newest revision that this process knows, with its document.
    public Snapshot snapshot() {
        return committer.head();
    }

    /// The newest revision there is: what other processes committed is read first.
    public Snapshot newest() {
        catchUp();
        return snapshot();
    }

    /// Like [#submit(Change, Access, TextPolicy)], merging texts on the server.
    public Receipt submit(Change change, Access access) {
        return submit(change, access, TextPolicy.REBASE);
    }

    /// Puts a change in order and commits it. Returns when it is durable, or refused.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    /// @throws RoomUnavailable if the database can't be reached or too many changes wait; nothing is known to be
    ///         committed, and the same client and number may be submitted again
    public Receipt submit(Change change, Access access, TextPolicy policy) {
        return submit(new Submission(change, access.actor(), policy, false), access);
    }

    /// Like [#submit(Change, Access)] for a change made by the server from the log: its adds may bring removed
    /// nodes back under their old ids.
    public Receipt restore(Change change, Access access) {
        return submit(new Submission(change, access.actor(), TextPolicy.REBASE, true), access);
    }

    /// Like [#restore], but only if nothing was committed after the base of the change: else it is stale.
    public Receipt replace(Change change, Access access) {
        return submit(new Submission(change, access.actor(), TextPolicy.REFUSE_UNLESS_NEWEST, true), access);
    }

    private Receipt submit(Submission submission, Access access) {
        access.require(Action.EDIT);
        enqueue(submission);
        try {
            return submission.receipt().get();
        } catch (ExecutionException failure) {
            throw new RoomUnavailable("The change could not be saved.", failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interruption);
        }
    }

    /// The changes after a revision, oldest first, up to `max`.
    public List<Committed> changes(long after, int max) {
        return committer.changes(after, max);
    }

    /// The newest changes that removed nodes, newest first, up to `max`.
    public List<Committed> removals(int max) {
        return committer.removals(max);
    }

    /// Sends every change after a revision, in order and without gaps, on a thread of its own. A slow listener
    /// holds up nobody: it is not queued for, but reads on from where it is.
    public Subscription subscribe(long after, Consumer<Committed> listener) {
        return new Follower(this, after, listener).start();
    }

    /// Waits until the branch is beyond a revision.
    void awaitBeyond(long revision) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (committer.head().revision() <= revision) {
                moved.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Reads what other processes committed, if there is anything.
    void catchUp() {
        lock.lock();
        try {
            if (committing) {
                behind = true;
                return;
            }
            committing = true;
        } finally {
            lock.unlock();
        }
        try {
            committer.catchUp();
        } finally {
            finishTurn();
        }
    }

    void countSubscriber(int difference) {
        subscribers.addAndGet(difference);
        lastUsedNanos = System.nanoTime();
    }

    boolean isIdleFor(long nanos) {
        return subscribers.get() == 0 && System.nanoTime() - lastUsedNanos > nanos;
    }

    private void enqueue(Submission submission) {
        lock.lock();
        try {
            lastUsedNanos = System.nanoTime();
            if (waiting.size() >= MAX_WAITING) {
                throw new RoomUnavailable("Too many changes are waiting in this room. Try again.", null);
            }
            waiting.add(submission);
            startTurn();
        } finally {
            lock.unlock();
        }
    }

    /// Called with the lock held.
    private void startTurn() {
        if (!committing && !waiting.isEmpty()) {
            committing = true;
            Thread.ofVirtual().name("room-" + branch).start(this::turn);
        }
    }

    private void turn() {
        List<Submission> batch = takeBatch();
        try {
            committer.commit(batch);
        } catch (RuntimeException | Error failure) {
            batch.forEach(submission -> submission.receipt().completeExceptionally(failure));
        } finally {
            finishTurn();
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

    private void finishTurn() {
        lock.lock();
        try {
            committing = false;
            moved.signalAll();
            if (behind) {
                behind = false;
                Thread.ofVirtual().name("catch-up-" + branch).start(this::catchUp);
            }
            startTurn();
        } finally {
            lock.unlock();
        }
        onCommit.accept(this);
    }

    @Override
    public String toString() {
        return "Room " + branch + " at " + committer.head().revision();
    }
}
