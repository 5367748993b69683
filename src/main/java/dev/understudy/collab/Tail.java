package dev.understudy.collab;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.understudy.environment.Environment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The head of a branch with the newest changes that led to it, kept in memory so that carrying edits and sending need
/// no database. Both go on together. Any thread may call it.
final class Tail {

    /// Changes that are kept at most.
    static final int MAX_CHANGES = 1_000;

    /// Edits that are kept at most: one change can have thousands.
    static final int MAX_EDITS = 20_000;

    @GuardedBy("this")
    private final Deque<CommittedChange> changes = new ArrayDeque<>();

    @GuardedBy("this")
    private int edits;

    /// Set under the monitor; read without.
    private volatile Snapshot head;

    Tail(Snapshot head) {
        this.head = head;
    }

    Snapshot head() {
        return head;
    }

    /// Goes on by the next changes, and the document that they make.
    synchronized void add(List<CommittedChange> next, Environment after) {
        for (CommittedChange change : next) {
            changes.addLast(change);
            edits += change.effects().size();
        }
        while (changes.size() > MAX_CHANGES || (edits > MAX_EDITS && changes.size() > 1)) {
            edits -= changes.removeFirst().effects().size();
        }
        head = new Snapshot(next.getLast().revision(), after);
    }

    /// Goes to a head whose changes were not read.
    synchronized void restart(Snapshot newHead) {
        changes.clear();
        edits = 0;
        head = newHead;
    }

    /// The changes after a revision, oldest first; empty if some of them are no longer here.
    synchronized Optional<List<CommittedChange>> after(long revision) {
        if (revision >= head.revision()) {
            return Optional.of(List.of());
        }
        return !changes.isEmpty() && changes.getFirst().revision() <= revision + 1
                ? Optional.of(newerThan(revision))
                : Optional.empty();
    }

    /// Costs what is new, not what is kept.
    @GuardedBy("this")
    private List<CommittedChange> newerThan(long revision) {
        List<CommittedChange> newer = new ArrayList<>();
        Iterator<CommittedChange> newestFirst = changes.descendingIterator();
        while (newestFirst.hasNext()) {
            CommittedChange change = newestFirst.next();
            if (change.revision() <= revision) {
                break;
            }
            newer.add(change);
        }
        return newer.reversed();
    }
}
