package dev.understudy.ui.editor.session;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Slot;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where in a list something goes, as the order key that puts it there. Pure.
public final class DropPositions {

    private DropPositions() {}

    /// Behind a node. Nodes that were put at the same place at the same moment share a key; then it goes behind them.
    public static OrderKey behind(Environment environment, Node node) {
        return OrderKey.between(node.order(), firstBeyond(siblings(environment, node), node.order()));
    }

    /// In front of a node, and of those that share its key.
    public static OrderKey before(Environment environment, Node node) {
        return OrderKey.between(lastShortOf(siblings(environment, node), node.order()), node.order());
    }

    /// At the end of a list.
    public static Optional<OrderKey> atEnd(Environment environment, NodeId parent, Slot slot) {
        return environment.lastChild(parent, slot).map(last -> OrderKey.between(last.order(), null));
    }

    /// One place up in its list, or down; empty if it is at that end already.
    public static Optional<OrderKey> shifted(Environment environment, Node node, boolean up) {
        List<Node> siblings = siblings(environment, node);
        int at = siblings.indexOf(node) + (up ? -1 : 1);
        if (at < 0 || at >= siblings.size()) {
            return Optional.empty();
        }
        Node other = siblings.get(at);
        return Optional.of(up ? before(environment, other) : behind(environment, other));
    }

    /// Whether two nodes stand in the same list.
    static boolean areSiblings(Node one, Node other) {
        return one.slot() == other.slot() && Objects.equals(one.parent(), other.parent());
    }

    /// Whether a node stands before another one of the same list.
    static boolean isBefore(Node one, Node other) {
        int byOrder = one.order().compareTo(other.order());
        return byOrder != 0 ? byOrder < 0 : one.id().compareTo(other.id()) < 0;
    }

    private static List<Node> siblings(Environment environment, Node node) {
        NodeId parent = node.parent();
        return parent == null ? List.of(node) : List.copyOf(environment.children(parent, node.slot()));
    }

    private static @Nullable OrderKey firstBeyond(List<Node> siblings, OrderKey key) {
        return siblings.stream()
                .map(Node::order)
                .filter(order -> order.compareTo(key) > 0)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable OrderKey lastShortOf(List<Node> siblings, OrderKey key) {
        return siblings.reversed().stream()
                .map(Node::order)
                .filter(order -> order.compareTo(key) < 0)
                .findFirst()
                .orElse(null);
    }
}
