package dev.understudy.collab;

import dev.understudy.edit.Edit;
import dev.understudy.edit.Replay;
import dev.understudy.edit.TextChange;
import dev.understudy.environment.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Documents of the past. Every [#EVERY]th is kept, so that any is a bounded number of changes away, however long the
/// log is. They are written after the commit and on threads of their own: whatever a process that ended left out is
/// made again when it is needed. Any thread may call it.
final class Milestones {

    static final int EVERY = 1_000;

    /// Changes that are read at a time, more and more of them as long as they are small: each may be as large as a
    /// document.
    private static final int AT_FIRST = 10;

    private static final int AT_ONCE = 100;

    /// What may be in memory of them, in characters of values; about.
    private static final long MAX_CHARACTERS = 1_000_000;

    /// How long somebody waits until others have the documents they asked for.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(Milestones.class);

    private final MilestoneStore store;
    private final BiFunction<Long, Integer, List<CommittedChange>> log;
    private final Semaphore replays;
    private final ReentrantLock writing = new ReentrantLock();

    /// @param log the changes after a revision, up to a number of them
    /// @param replays how many documents of the past may be made at a time in this process
    Milestones(MilestoneStore store, BiFunction<Long, Integer, List<CommittedChange>> log, Semaphore replays) {
        this.store = store;
        this.replays = replays;
        this.log = log;
    }

    static boolean isDue(long revision) {
        return revision % EVERY == 0;
    }

    /// Keeps a document, some time later.
    void keepLater(Snapshot snapshot) {
        Thread.ofVirtual().name("milestone-" + snapshot.revision()).start(() -> keep(snapshot));
    }

    private void keep(Snapshot snapshot) {
        writing.lock();
        try {
            store.write(snapshot);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Milestone {} is made when it is needed, since it can't be kept now", snapshot.revision(), failure);
        } finally {
            writing.unlock();
        }
    }

    /// The document as it was at a revision of the log.
    ///
    /// @throws IllegalArgumentException if there is no such revision, or another version of the software made
    ///         changes before it that this one can't read
    /// @throws RoomUnavailable if too many others want such documents now
    Snapshot at(long revision) {
        try {
            if (!replays.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RoomUnavailable("Too many documents of the past are asked for now. Try again soon.", null);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new RoomUnavailable("The server is being stopped.", interruption);
        }
        try {
            return replayed(revision);
        } finally {
            replays.release();
        }
    }

    private Snapshot replayed(long revision) {
        if (revision < 1) {
            throw new IllegalArgumentException("There is no revision " + revision);
        }
        Snapshot now = store.newestUpTo(revision).orElseGet(this::first);
        int most = AT_FIRST;
        while (now.revision() < revision) {
            int missing = (int) Math.min(most, revision - now.revision());
            List<CommittedChange> changes = log.apply(now.revision(), missing);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("There is no revision " + revision);
            }
            for (CommittedChange change : changes) {
                now = next(now.environment(), change);
            }
            most = characters(changes) < MAX_CHARACTERS ? Math.min(2 * most, AT_ONCE) : AT_FIRST;
        }
        return now;
    }

    private static long characters(List<CommittedChange> changes) {
        return changes.stream()
                .flatMap(change -> change.effects().stream())
                .mapToLong(effect -> switch (effect.edit()) {
                    case Edit.Set(var _, var _, String text) -> text.length();
                    case Edit.Splice(var _, var _, TextChange change) -> change.touched();
                    case Edit.Add add -> add.fields().toString().length();
                    case Edit.Set _, Edit.Move _, Edit.Remove _ -> 0;
                })
                .sum();
    }

    private Snapshot first() {
        CommittedChange first = log.apply(0L, 1).getFirst();
        return new Snapshot(first.revision(), Replay.first(readable(first).effects()));
    }

    private Snapshot next(Environment before, CommittedChange change) {
        Snapshot next = new Snapshot(
                change.revision(), Replay.next(before, readable(change).effects()));
        if (isDue(next.revision())) {
            keep(next);
        }
        return next;
    }

    private static CommittedChange readable(CommittedChange change) {
        return Optional.of(change)
                .filter(CommittedChange::whole)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Another version of the software made revision " + change.revision()));
    }
}
