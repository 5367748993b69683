package dev.understudy.collab;

import dev.understudy.edit.Replay;
import dev.understudy.environment.Environment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Documents of the past. Every [#EVERY]th is kept, so that any is a bounded number of changes away, however long the
/// log is. They are written after the commit and on threads of their own: whatever a process that ended left out is
/// made again when it is needed. Any thread may call it.
final class Milestones {

    static final int EVERY = 1_000;

    private static final int AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Milestones.class);

    private final MilestoneStore store;
    private final BiFunction<Long, Integer, List<CommittedChange>> log;
    private final ReentrantLock writing = new ReentrantLock();

    /// @param log the changes after a revision, up to a number of them
    Milestones(MilestoneStore store, BiFunction<Long, Integer, List<CommittedChange>> log) {
        this.store = store;
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
    Snapshot at(long revision) {
        if (revision < 1) {
            throw new IllegalArgumentException("There is no revision " + revision);
        }
        Snapshot now = store.newestUpTo(revision).orElseGet(this::first);
        while (now.revision() < revision) {
            int missing = (int) Math.min(AT_ONCE, revision - now.revision());
            List<CommittedChange> changes = log.apply(now.revision(), missing);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("There is no revision " + revision);
            }
            for (CommittedChange change : changes) {
                now = next(now.environment(), change);
            }
        }
        return now;
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
