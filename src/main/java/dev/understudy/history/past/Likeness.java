package dev.understudy.history.past;

import dev.understudy.edit.Diff;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import java.util.List;

/// The edits that make a document like an earlier one of the same branch. An id that has come back since as something
/// of another kind stays what it is, with all that is in it. Pure.
final class Likeness {

    private Likeness() {}

    static List<Edit> edits(Environment now, Environment then) {
        Environment from = now;
        Environment to = then;
        for (Node old : then.nodes()) {
            if (now.find(old.id()).filter(node -> !isAlike(node, old)).isPresent()) {
                from = without(from, old.id());
                to = without(to, old.id());
            }
        }
        return Diff.between(from, to).stream()
                .filter(edit -> switch (edit) {
                    case Edit.Remove(NodeId node) -> !then.contains(node);
                    case Edit.Add(NodeId node, var _, var _, var _, var _, var _, var _) -> !now.contains(node);
                    case Edit.Move _, Edit.Set _, Edit.Splice _ -> true;
                })
                .toList();
    }

    private static boolean isAlike(Node one, Node other) {
        return one.kind() == other.kind() && one.slot() == other.slot();
    }

    private static Environment without(Environment environment, NodeId id) {
        return environment.contains(id) ? environment.without(id) : environment;
    }
}
