package dev.understudy.collab;

import dev.understudy.edit.Change;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.Environment;
import dev.understudy.environment.NodeId;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Forbidden;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The one place of this process where the changes of a branch are put in order and sent to everyone who is
/// in it. Another process may have a room for the same branch: the log's primary key decides between them.
///
/// Invariant: the head is what replaying the log up to its revision gives. Any thread may call any method.
public final class Room {

    private static final long NODE_BYTES = 600;

    private final BranchId branch;
    private final ChangeStore store;
    private final Sequencer sequencer;
    private final Milestones milestones;
    private final Duration answerWithin;
    private final Turns turns;
    private final AtomicInteger subscribers = new AtomicInteger();
    private volatile long lastUsedNanos = System.nanoTime();

    /// @param answerWithin how long somebody who waits for an answer waits
    Room(
            BranchId branch,
            ChangeStore store,
            Sequencer sequencer,
            Preparation preparation,
            Milestones milestones,
            Duration answerWithin,
            Consumer<Room> onCommit) {
        this.branch = branch;
        this.store = store;
        this.sequencer = sequencer;
        this.milestones = milestones;
        this.answerWithin = answerWithin;
        this.turns = new Turns(branch.toString(), sequencer, preparation, () -> onCommit.accept(this));
    }

    public BranchId branch() {
        return branch;
    }

    /// The newest revision that this process knows, with its document.
    public Snapshot snapshot() {
        return sequencer.head();
    }

    /// The newest revision there is, or a later one: what other processes committed is read first.
    ///
    /// @throws RoomUnavailable if that takes too long
    public Snapshot newest() {
        long there = store.revision();
        if (snapshot().revision() < there) {
            catchUp();
            if (!turns.awaitBeyond(there - 1, answerWithin)) {
                throw new RoomUnavailable("The newest changes can't be read now. Try again in a moment.", null);
            }
        }
        return snapshot();
    }

    /// The document as it was at a revision, from 1 to the newest. Reads a bounded part of the log.
    ///
    /// @throws IllegalArgumentException if there is no such revision, or another version of the software made
    ///         changes that this one can't read
    public Snapshot at(long revision) {
        return milestones.at(revision);
    }

    /// Like [#submit(Change, Access, TextPolicy)], merging texts on the server.
    public Receipt submit(Change change, Access access) {
        return submit(change, access, TextPolicy.REBASE);
    }

    /// Puts a change in order and commits it. Returns when it is durable, or refused.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not edit, or not any more when it is their turn
    /// @throws RoomUnavailable if the database can't be reached, too many changes wait, or the answer takes too
    ///         long; the same client and number may be submitted again, and get the answer that there is by then
    public Receipt submit(Change change, Access access, TextPolicy policy) {
        return answer(submitLater(change, access, policy));
    }

    /// Like [#submit(Change, Access, TextPolicy)] for callers that must not wait: returns at once and never throws.
    /// What the other one throws, the stage ends with. It ends on a thread of the room, which must not be held up;
    /// it may take as long as the database does.
    public CompletableFuture<Receipt> submitLater(Change change, Access access, TextPolicy policy) {
        return enqueue(new Submission(change, access, policy, false, Origin.MADE));
    }

    /// Like [#submit(Change, Access)] for a change that takes others back: its adds may bring removed nodes back under
    /// their old ids.
    ///
    /// @param policy what to do where others changed after its base what it is about
    public Receipt takeBack(Change change, Access access, Origin origin, TextPolicy policy) {
        return answer(enqueue(new Submission(change, access, policy, true, origin)));
    }

    /// Like [#submit(Change, Access)] for another document in place of this one: its adds may bring removed nodes back
    /// under their old ids. It is stale if anything was committed after its base.
    public Receipt replace(Change change, Access access) {
        return answer(enqueue(new Submission(change, access, TextPolicy.REFUSE_UNLESS_NEWEST, true, Origin.MADE)));
    }

    private CompletableFuture<Receipt> enqueue(Submission submission) {
        touch();
        return turns.enqueue(submission);
    }

    private Receipt answer(CompletableFuture<Receipt> later) {
        try {
            return later.get(answerWithin.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw refusal(failure);
        } catch (TimeoutException slow) {
            throw new RoomUnavailable("The change is not saved yet: the server is busy. Try again in a moment.", slow);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interruption);
        }
    }

    private static RuntimeException refusal(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RoomUnavailable unavailable -> unavailable;
            case Forbidden forbidden -> forbidden;
            case null, default ->
                new RoomUnavailable("The change could not be saved for the moment.", failure.getCause());
        };
    }

    /// The changes after a revision, oldest first, up to `max`.
    public List<CommittedChange> changes(long after, int max) {
        return sequencer.changes(after, max);
    }

    /// The changes of some nodes after a revision and up to another, oldest first; empty if there are more than
    /// [Preparation#MAX_BEHIND].
    public Optional<List<Touch>> touches(Set<NodeId> nodes, long after, long until) {
        return store.touches(nodes, after, until, Preparation.MAX_BEHIND);
    }

    /// Reads some changes, oldest first, without what they did to other nodes than these, a few at a time. Revisions
    /// that are not there are left out.
    ///
    /// @return false if they are too large to read all of them
    public boolean readChangesOf(Set<NodeId> nodes, List<Long> revisions, Consumer<CommittedChange> reader) {
        return store.readChangesOf(nodes, revisions, reader);
    }

    /// Like [#readChangesOf], with all that they did.
    public boolean readChanges(List<Long> revisions, Consumer<CommittedChange> reader) {
        return store.readChanges(revisions, reader);
    }

    /// The newest changes that removed nodes, newest first, up to `max`.
    public List<CommittedChange> removals(int max) {
        return store.removals(max);
    }

    /// Sends every change after a revision, in order and without gaps, as many at once as there are, on a thread of its
    /// own. A slow listener holds up nobody: it is not queued for, but reads on from where it is.
    ///
    /// @param dropped told once if the listener failed: nothing more is sent, and whoever looks at it must know
    public Subscription subscribe(long after, Consumer<List<CommittedChange>> listener, Runnable dropped) {
        return new Follower(this, after, listener, dropped).start();
    }

    /// Waits until the branch is beyond a revision, or nobody wants that any more; see [#wakeSubscribers].
    void awaitBeyond(long revision, BooleanSupplier unwanted) throws InterruptedException {
        turns.awaitBeyond(revision, unwanted);
    }

    void wakeSubscribers() {
        turns.wake();
    }

    /// Reads what other processes committed, if there is anything; if a commit is running, after that.
    void catchUp() {
        turns.catchUp();
    }

    void countSubscriber(int difference) {
        subscribers.addAndGet(difference);
        touch();
    }

    /// Says that somebody uses it now.
    void touch() {
        lastUsedNanos = System.nanoTime();
    }

    long lastUsedNanos() {
        return lastUsedNanos;
    }

    /// What its document takes in memory, about.
    long bytes() {
        Environment document = snapshot().environment();
        return 2 * document.bytes() + NODE_BYTES * document.size();
    }

    boolean isIdleFor(long nanos) {
        return subscribers.get() == 0 && System.nanoTime() - lastUsedNanos > nanos;
    }

    @Override
    public String toString() {
        return "Room " + branch + " at " + sequencer.head().revision();
    }
}
