package dev.understudy.collab;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The newest changes of a branch, kept in memory so that carrying edits and sending need no database.
/// Whoever calls it holds its monitor.
final class Tail {

    /// Changes that are kept at most.
    static final int MAX_CHANGES = 1_000;

    /// Edits that are kept at most: one change can have thousands.
    static final int MAX_EDITS = 20_000;

    @GuardedBy("this")
    private final Deque<CommittedChange> changes = new ArrayDeque<>();

    @GuardedBy("this")
    private int edits;

    @GuardedBy("this")
    void add(CommittedChange change) {
        changes.addLast(change);
        edits += change.effects().size();
        while (changes.size() > MAX_CHANGES || (edits > MAX_EDITS && changes.size() > 1)) {
            edits -= changes.removeFirst().effects().size();
        }
    }

    /// Forgets all, since there is a gap after them.
    @GuardedBy("this")
    void clear() {
        changes.clear();
        edits = 0;
    }

    /// The changes after a revision, oldest first; empty if some of them are no longer here.
    @GuardedBy("this")
    Optional<List<CommittedChange>> after(long revision, long head) {
        if (revision >= head) {
            return Optional.of(List.of());
        }
        return !changes.isEmpty() && changes.getFirst().revision() <= revision + 1
                ? Optional.of(changes.stream()
                        .filter(change -> change.revision() > revision)
                        .toList())
                : Optional.empty();
    }
}
