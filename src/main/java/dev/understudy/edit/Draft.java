package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A document while the edits of one change are put in: each method makes one effect with its inverse and asks
/// nothing. Used by one thread, once.
final class Draft {

    private final Environment before;
    private final Predicate<NodeId> retired;
    private final Set<NodeId> removed = new HashSet<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Map<NodeId, String> adjustments = new LinkedHashMap<>();
    private Environment environment;

    Draft(Environment before, Predicate<NodeId> retired) {
        this.before = before;
        this.environment = before;
        this.retired = retired;
    }

    Environment before() {
        return before;
    }

    Environment environment() {
        return environment;
    }

    List<Effect> effects() {
        return effects;
    }

    /// What came out otherwise than sent, by the node that it happened to.
    Map<NodeId, String> adjustments() {
        return adjustments;
    }

    void adjusted(NodeId node, String message) {
        adjustments.put(node, message);
    }

    /// Whether the id belongs to a node that is there, or that was there once.
    boolean isTaken(NodeId id) {
        return environment.contains(id) || removed.contains(id) || retired.test(id);
    }

    /// Whether all effects together leave everything as it was.
    boolean isUnchanged() {
        return effects.stream()
                .map(effect -> effect.edit().node())
                .allMatch(id -> before.find(id).equals(environment.find(id)));
    }

    void add(Node node) {
        put(node, NodeValues.addOf(node), new Edit.Remove(node.id()));
    }

    void remove(NodeId id) {
        List<Node> subtree = environment.subtree(id);
        subtree.forEach(node -> removed.add(node.id()));
        effects.add(new Effect(
                new Edit.Remove(id),
                subtree.stream().<Edit>map(NodeValues::addOf).toList()));
        environment = environment.without(id);
    }

    void move(Node node, NodeId parent, OrderKey order) {
        NodeId oldParent = NodeValues.parentOf(node);
        put(
                node.at(parent, node.slot(), order),
                new Edit.Move(node.id(), parent, Optional.of(order)),
                new Edit.Move(node.id(), oldParent, Optional.of(node.order())));
    }

    void set(Node node, Field<?> field, Object value) {
        put(
                node.withPlain(field, value),
                new Edit.Set(node.id(), field.key(), value),
                new Edit.Set(node.id(), field.key(), node.plain(field)));
    }

    void splice(Node node, Field<?> field, TextChange change) {
        String text = (String) node.plain(field);
        put(
                node.withPlain(field, change.applyTo(text)),
                new Edit.Splice(node.id(), field.key(), change),
                new Edit.Splice(node.id(), field.key(), change.inverse(text)));
    }

    private void put(Node node, Edit edit, Edit inverse) {
        environment = environment.with(node);
        effects.add(new Effect(edit, List.of(inverse)));
    }
}
