package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Limits;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Slot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The limits of an environment, checked on what a whole change makes of it. A document that is beyond a limit
/// may still shrink.
final class Bounds {

    private record Level(Node folder, int depth) {}

    private final Environment before;
    private final Environment after;

    Bounds(Environment before, Environment after) {
        this.before = before;
        this.after = after;
    }

    Optional<Outcome.Rejected> exceededBy(List<Edit> edits) {
        int last = edits.size() - 1;
        if (after.size() > Limits.MAX_NODES && after.size() > before.size()) {
            return Optional.of(tooLarge(
                    last, "The environment would have %,d nodes; the limit is %,d.", after.size(), Limits.MAX_NODES));
        }
        if (after.bytes() > Limits.MAX_ENVIRONMENT_BYTES && after.bytes() > before.bytes()) {
            return Optional.of(tooLarge(
                    last,
                    "The environment would have %,d bytes; the limit is %,d.",
                    after.bytes(),
                    Limits.MAX_ENVIRONMENT_BYTES));
        }
        return tooDeep(edits);
    }

    private Optional<Outcome.Rejected> tooDeep(List<Edit> edits) {
        Set<NodeId> checked = new HashSet<>();
        for (int index = 0; index < edits.size(); index++) {
            Edit edit = edits.get(index);
            if ((edit instanceof Edit.Add || edit instanceof Edit.Move)
                    && after.find(edit.node())
                            .filter(node -> node.kind() == Kind.FOLDER)
                            .isPresent()
                    && checked.add(edit.node())
                    && isTooDeep(edit.node())) {
                return Optional.of(new Outcome.Rejected(
                        index,
                        Outcome.Reason.TOO_LARGE,
                        "Folders can be nested %d deep at most.".formatted(Limits.MAX_FOLDER_DEPTH)));
            }
        }
        return Optional.empty();
    }

    private boolean isTooDeep(NodeId id) {
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(after.get(id), depth(id)));
        while (!open.isEmpty()) {
            Level level = open.pop();
            if (level.depth > Limits.MAX_FOLDER_DEPTH) {
                return true;
            }
            for (Node child : after.children(level.folder.id(), Slot.CHILDREN)) {
                if (child.kind() == Kind.FOLDER) {
                    open.push(new Level(child, level.depth + 1));
                }
            }
        }
        return false;
    }

    /// Stops counting where it is too much anyway, so that a very deep tree costs no more.
    private int depth(NodeId id) {
        int depth = 0;
        for (NodeId at = id;
                at != null && depth <= Limits.MAX_FOLDER_DEPTH;
                at = after.get(at).parent()) {
            depth += after.get(at).kind() == Kind.FOLDER ? 1 : 0;
        }
        return depth;
    }

    private static Outcome.Rejected tooLarge(int edit, String sentence, long value, long limit) {
        return new Outcome.Rejected(edit, Outcome.Reason.TOO_LARGE, sentence.formatted(value, limit));
    }
}
