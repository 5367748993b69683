package dev.understudy.ui.editor;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Slot;
import java.util.Optional;

/// The route that stands first in the tree. Pure.
final class FirstRoute {

    private FirstRoute() {}

    static Optional<NodeId> of(Environment environment) {
        return below(environment, environment.root().id());
    }

    private static Optional<NodeId> below(Environment environment, NodeId parent) {
        for (Node node : environment.children(parent, Slot.CHILDREN)) {
            Optional<NodeId> found = node.kind() == Kind.ROUTE ? Optional.of(node.id()) : below(environment, node.id());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
