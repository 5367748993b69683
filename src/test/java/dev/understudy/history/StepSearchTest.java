package dev.understudy.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.collab.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StepSearchTest {

    /// Oldest first; the revision is the place.
    private final List<OwnChange> log = new ArrayList<>();

    private long made() {
        return add(Optional.empty(), Origin.MADE, false);
    }

    private long typed(String step) {
        return add(Optional.of(step), Origin.MADE, false);
    }

    private long passed() {
        return add(Optional.empty(), Origin.MADE, true);
    }

    private long undo() {
        return add(Optional.empty(), new Origin(Origin.Kind.UNDO, undoable()), false);
    }

    private long redo() {
        return add(Optional.empty(), new Origin(Origin.Kind.REDO, redoable()), false);
    }

    private long add(Optional<String> step, Origin origin, boolean passed) {
        log.add(new OwnChange(log.size() + 1, "c", step, origin, "something", passed));
        return log.size();
    }

    private List<Long> undoable() {
        return revisions(StepSearch.undoable(log.reversed().iterator()));
    }

    private List<Long> redoable() {
        return revisions(StepSearch.redoable(log.reversed().iterator()));
    }

    private static List<Long> revisions(List<OwnChange> newestFirst) {
        return newestFirst.reversed().stream().map(OwnChange::revision).toList();
    }

    @Test
    @DisplayName("R40 undo goes back step by step, redo forward again, and both end")
    void backAndForth() {
        assertThat(undoable()).isEmpty();
        assertThat(redoable()).isEmpty();
        long first = made();
        long second = made();
        assertThat(undoable()).containsExactly(second);
        long undoneSecond = undo();
        assertThat(undoable()).containsExactly(first);
        assertThat(redoable()).containsExactly(undoneSecond);
        long undoneFirst = undo();
        assertThat(undoable()).isEmpty();
        assertThat(redoable()).containsExactly(undoneFirst);
        long firstAgain = redo();
        assertThat(undoable()).containsExactly(firstAgain);
        assertThat(redoable()).containsExactly(undoneSecond);
        long secondAgain = redo();
        assertThat(redoable()).isEmpty();
        assertThat(undoable()).containsExactly(secondAgain);
        undo();
        assertThat(undoable()).containsExactly(firstAgain);
        undo();
        assertThat(undoable()).isEmpty();
    }

    @Test
    @DisplayName("R40 whoever does something else after an undo can't redo what was undone before")
    void somethingElse() {
        long first = made();
        made();
        undo();
        long third = made();
        assertThat(redoable()).isEmpty();
        assertThat(undoable()).containsExactly(third);
        undo();
        assertThat(undoable()).containsExactly(first);
        redo();
        assertThat(redoable()).isEmpty();
    }

    @Test
    @DisplayName("R41 changes of one step are taken back together, and only those that follow each other")
    void steps() {
        long one = typed("a");
        made();
        long two = typed("a");
        long three = typed("a");
        assertThat(undoable()).containsExactly(two, three);
        undo();
        undo();
        assertThat(undoable()).containsExactly(one);
    }

    @Test
    @DisplayName("R40 a step of which nothing was left is passed over, in both directions")
    void passedOver() {
        long first = made();
        passed();
        assertThat(undoable()).containsExactly(first);
        add(Optional.empty(), new Origin(Origin.Kind.UNDO, List.of(first)), true);
        assertThat(redoable()).isEmpty();
        assertThat(undoable()).isEmpty();
    }

    @Test
    @DisplayName("R40 no more than 200 steps can be taken back, however many changes they are of")
    void limit() {
        made();
        long oldest = made();
        for (int step = 1; step < StepSearch.MAX_STEPS; step++) {
            typed("s" + step);
            typed("s" + step);
        }
        for (int step = 1; step < StepSearch.MAX_STEPS; step++) {
            undo();
        }
        assertThat(undoable()).containsExactly(oldest);
        undo();
        assertThat(undoable()).isEmpty();
    }
}
