package dev.understudy.history.past;

import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Some nodes of which two documents are to become alike, with what is below them in either, and with what they have
/// to stand in.
final class Selection {

    private final Environment before;
    private final Environment after;
    private final Set<NodeId> nodes;

    /// @param nodes all of them if empty
    Selection(Environment before, Environment after, Set<NodeId> nodes) {
        this.before = before;
        this.after = after;
        this.nodes = nodes;
    }

    /// Those of the edits from one document to the other that are about these nodes.
    List<Edit> of(List<Edit> edits) {
        if (nodes.isEmpty()) {
            return edits;
        }
        Set<NodeId> needed = new HashSet<>();
        edits.stream().filter(edit -> isWithin(edit.node())).forEach(edit -> addAround(edit.node(), needed));
        // What they stand in comes back alone, without what else was in it.
        return edits.stream()
                .filter(edit -> isWithin(edit.node()) || needed.contains(edit.node()))
                .toList();
    }

    private boolean isWithin(NodeId node) {
        return isWithin(node, after) || isWithin(node, before);
    }

    private boolean isWithin(NodeId node, Environment environment) {
        Optional<Node> at = environment.find(node);
        while (at.isPresent() && !nodes.contains(at.get().id())) {
            at = Optional.ofNullable(at.get().parent()).map(environment::get);
        }
        return at.isPresent();
    }

    /// What a node stands in after, as far as it was not there before.
    private void addAround(NodeId node, Set<NodeId> needed) {
        NodeId at = after.find(node).map(Node::parent).orElse(null);
        while (at != null && !before.contains(at)) {
            needed.add(at);
            at = after.get(at).parent();
        }
    }
}
