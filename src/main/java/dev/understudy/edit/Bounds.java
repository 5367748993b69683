package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Excess;
import dev.understudy.environment.FileExcess;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Limits;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayDeque;
import java.util.Collection;
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
                    last,
                    "The environment would have %,d parts (routes, responses, headers, …), and the limit is %,d. Remove some first.",
                    after.size(),
                    Limits.MAX_NODES));
        }
        if (after.bytes() > Limits.MAX_ENVIRONMENT_BYTES && after.bytes() > before.bytes()) {
            return Optional.of(tooLarge(
                    last,
                    "The environment would have %,d bytes, and the limit is %,d. Make it smaller first.",
                    after.bytes(),
                    Limits.MAX_ENVIRONMENT_BYTES));
        }
        return tooManyFiles(edits).or(() -> tooDeep(edits));
    }

    private Optional<Outcome.Rejected> tooManyFiles(List<Edit> edits) {
        boolean touched = edits.stream()
                .anyMatch(edit -> after.find(edit.node())
                        .filter(node -> node.kind() == Kind.FILE)
                        .isPresent());
        if (!touched) {
            return Optional.empty();
        }
        Collection<Node> files = files(after);
        Collection<Node> old = files(before);
        return FileExcess.of(files.size() > old.size() ? files.size() : 0, bytes(files) > bytes(old) ? bytes(files) : 0)
                .map(beyond -> new Outcome.Rejected(
                        edits.size() - 1, Outcome.Reason.TOO_LARGE, beyond.message(), Optional.of(beyond.excess())));
    }

    private static Collection<Node> files(Environment environment) {
        return environment.children(environment.root().id(), Slot.FILES);
    }

    private static long bytes(Collection<Node> files) {
        return files.stream()
                .mapToLong(file -> file.get(Schema.FILE_CONTENT).size())
                .sum();
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
                    && deepest(edit.node(), Limits.MAX_FOLDER_DEPTH) > Limits.MAX_FOLDER_DEPTH) {
                return Optional.of(tooLarge(
                        index,
                        "Folders would lie %,d deep in each other, and the limit is %,d. Put it further up.",
                        deepest(edit.node(), Integer.MAX_VALUE),
                        Limits.MAX_FOLDER_DEPTH));
            }
        }
        return Optional.empty();
    }

    /// How deep the deepest folder below this one is nested, itself counted. Stops looking where it is deeper than
    /// `enough`, so that a very deep tree costs no more.
    private int deepest(NodeId id, int enough) {
        Deque<Level> open = new ArrayDeque<>();
        int deepest = depth(id, enough);
        open.push(new Level(after.get(id), deepest));
        while (!open.isEmpty() && deepest <= enough) {
            Level level = open.pop();
            deepest = Math.max(deepest, level.depth);
            for (Node child : after.children(level.folder.id(), Slot.CHILDREN)) {
                if (child.kind() == Kind.FOLDER) {
                    open.push(new Level(child, level.depth + 1));
                }
            }
        }
        return deepest;
    }

    private int depth(NodeId id, int enough) {
        int depth = 0;
        for (NodeId at = id; at != null && depth <= enough; at = after.get(at).parent()) {
            depth += after.get(at).kind() == Kind.FOLDER ? 1 : 0;
        }
        return depth;
    }

    private static Outcome.Rejected tooLarge(int edit, String sentence, long value, long limit) {
        return new Outcome.Rejected(
                edit,
                Outcome.Reason.TOO_LARGE,
                sentence.formatted(value, limit),
                Optional.of(new Excess(limit, value)));
    }
}
