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

    /// The same with all responses of the route, and their rules; empty if it has no other one.
    static Optional<Environment> withOthers(Environment environment, NodeId response) {
        return environment
                .find(response)
                .map(Node::parent)
                .flatMap(environment::find)
                .filter(route ->
                        environment.children(route.id(), Slot.RESPONSES).size() > 1
                                || environment.subtree(response).stream().anyMatch(node -> node.kind() == Kind.RULE))
                .map(route -> {
                    List<Node> kept = around(environment);
                    environment
                            .subtree(route.id())
                            .forEach(node -> kept.add(node.id().equals(route.id()) ? alone(environment, route) : node));
                    return Environment.ofNodes(kept);
                });
    }

    private static Environment reduced(Environment environment, Node route, Node response) {
        List<Node> kept = around(environment);
        kept.add(alone(environment, route).with(Schema.ROUTE_RESPONSE_MODE, ResponseMode.DISABLE_RULES));
        for (Node node : environment.subtree(response.id())) {
            if (node.id().equals(response.id())) {
                kept.add(node.with(Schema.RESPONSE_DEFAULT, true).with(Schema.RESPONSE_FALLBACK_404, false));
            } else if (node.kind() != Kind.RULE) {
                kept.add(node);
            }
        }
        return Environment.ofNodes(kept);
    }

    /// What responses draw on.
    private static List<Node> around(Environment environment) {
        Node root = environment.root();
        List<Node> kept = new ArrayList<>();
        kept.add(root);
        for (Slot slot : Slot.slotsOf(Kind.ENVIRONMENT)) {
            if (slot != Slot.CHILDREN) {
                environment.children(root.id(), slot).forEach(child -> kept.addAll(environment.subtree(child.id())));
            }
        }
        return kept;
    }

    private static Node alone(Environment environment, Node route) {
        return route.at(environment.root().id(), Slot.CHILDREN, route.order()).with(Schema.ROUTE_ENABLED, true);
    }
}
