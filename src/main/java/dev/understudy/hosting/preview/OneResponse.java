package dev.understudy.hosting.preview;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.ResponseMode;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An environment made smaller until nothing can answer in it but one response: its route alone, switched on and in no
/// folder, with this response alone and none of its rules. What responses draw on is all there. Pure.
final class OneResponse {

    private OneResponse() {}

    /// Empty if there is no such response, or it is none of a route.
    static Optional<Environment> of(Environment environment, NodeId response) {
        Optional<Node> found = environment.find(response).filter(node -> node.kind() == Kind.RESPONSE);
        Optional<Node> route =
                found.map(Node::parent).flatMap(environment::find).filter(node -> node.kind() == Kind.ROUTE);
        return route.map(parent -> reduced(environment, parent, found.get()));
    }

    private static Environment reduced(Environment environment, Node route, Node response) {
        Node root = environment.root();
        List<Node> kept = new ArrayList<>();
        kept.add(root);
        for (Slot slot : Slot.slotsOf(Kind.ENVIRONMENT)) {
            if (slot != Slot.CHILDREN) {
                environment.children(root.id(), slot).forEach(child -> kept.addAll(environment.subtree(child.id())));
            }
        }
        kept.add(route.at(root.id(), Slot.CHILDREN, route.order())
                .with(Schema.ROUTE_ENABLED, true)
                .with(Schema.ROUTE_RESPONSE_MODE, ResponseMode.DISABLE_RULES));
        for (Node node : environment.subtree(response.id())) {
            if (node.id().equals(response.id())) {
                kept.add(node.with(Schema.RESPONSE_DEFAULT, true).with(Schema.RESPONSE_FALLBACK_404, false));
            } else if (node.kind() != Kind.RULE) {
                kept.add(node);
            }
        }
        return Environment.ofNodes(kept);
    }
}
