package dev.understudy.history;

import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.Room;
import dev.understudy.collab.Touch;
import dev.understudy.edit.TakeBack;
import dev.understudy.environment.Environment;
import dev.understudy.environment.NodeId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What the changes of a step did, and what was done since to the nodes that they are about. One thread.
final class StepReading {

    private final Room room;
    private final List<CommittedChange> taken = new ArrayList<>();

    private StepReading(Room room) {
        this.room = room;
    }

    /// Reads the changes of a step.
    ///
    /// @return empty if they are too large
    static Optional<StepReading> of(Room room, List<Long> revisions) {
        StepReading reading = new StepReading(room);
        return room.readChanges(revisions, reading.taken::add) ? Optional.of(reading) : Optional.empty();
    }

    /// False if another version of the software made what can't be read here.
    boolean isWhole() {
        return taken.stream().allMatch(CommittedChange::whole);
    }

    /// Tells all of it, oldest first. What came after the step is not read if nothing of it counts: then the nodes are
    /// as the step left them.
    ///
    /// @param head the document as it is
    /// @param until its revision
    /// @param counts whether a change may have made something different that is not taken back already
    /// @return false if it is too much
    boolean tell(Environment head, long until, Predicate<Touch> counts, Consumer<CommittedChange> reader) {
        Set<NodeId> nodes = new HashSet<>();
        Set<Long> own = new HashSet<>();
        taken.forEach(change -> {
            nodes.addAll(TakeBack.concerned(change.effects(), head));
            own.add(change.revision());
        });
        long last = taken.getLast().revision();
        Optional<List<Touch>> touches = room.touches(nodes, taken.getFirst().revision(), until);
        if (touches.isEmpty()) {
            return false;
        }
        boolean disturbed = touches.get().stream().anyMatch(touch -> touch.revision() > last && counts.test(touch));
        List<Long> others = touches.get().stream()
                .map(Touch::revision)
                .filter(revision -> !own.contains(revision) && (disturbed || revision < last))
                .toList();
        Deque<CommittedChange> waiting = new ArrayDeque<>(taken);
        boolean all = room.readChangesOf(nodes, others, change -> {
            while (!waiting.isEmpty() && waiting.getFirst().revision() < change.revision()) {
                reader.accept(waiting.removeFirst());
            }
            reader.accept(change);
        });
        waiting.forEach(reader);
        return all;
    }
}
