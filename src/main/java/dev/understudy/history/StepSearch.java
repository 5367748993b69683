package dev.understudy.history;

import dev.understudy.collab.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds in somebody's changes, newest first, what is to be taken back next and what can be done again. Nothing but the
/// log decides, so the answer is the same in every tab and process, and after a restart.
final class StepSearch {

    /// Steps that can be taken back, counting those that were.
    static final int MAX_STEPS = 200;

    /// What is more is another step.
    static final int MAX_CHANGES = 1_000;

    private StepSearch() {}

    /// The changes of the newest step that is still there, newest first; none if there is nothing to undo.
    static List<OwnChange> undoable(Iterator<OwnChange> newestFirst) {
        Set<Long> spent = new HashSet<>();
        List<OwnChange> step = new ArrayList<>();
        @Nullable OwnChange later = null;
        int steps = 0;
        while (newestFirst.hasNext()) {
            OwnChange change = newestFirst.next();
            spend(change, spent);
            if (change.origin().kind() == Origin.Kind.UNDO) {
                if (!step.isEmpty()) {
                    return step;
                }
                continue;
            }
            boolean goesOn = later != null && change.isOneStepWith(later) && step.size() < MAX_CHANGES;
            later = change;
            steps += goesOn ? 0 : 1;
            if (steps > MAX_STEPS || (!step.isEmpty() && !goesOn)) {
                return step;
            }
            if (!change.passed() && !spent.contains(change.revision())) {
                step.add(change);
            } else if (!step.isEmpty()) {
                return step;
            }
        }
        return step;
    }

    /// The newest undo after which nothing else was done; none if there is nothing to redo.
    static List<OwnChange> redoable(Iterator<OwnChange> newestFirst) {
        Set<Long> spent = new HashSet<>();
        while (newestFirst.hasNext()) {
            OwnChange change = newestFirst.next();
            spend(change, spent);
            switch (change.origin().kind()) {
                case MADE, REVERT -> {
                    return List.of();
                }
                case UNDO -> {
                    if (!change.passed() && !spent.contains(change.revision())) {
                        return List.of(change);
                    }
                }
                case REDO -> {}
            }
        }
        return List.of();
    }

    private static void spend(OwnChange change, Set<Long> spent) {
        if (change.origin().kind() != Origin.Kind.REVERT) {
            spent.addAll(change.origin().takesBack());
        }
    }
}
