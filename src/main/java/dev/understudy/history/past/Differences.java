package dev.understudy.history.past;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.history.past.Difference.Places;
import dev.understudy.history.past.Difference.Value;
import dev.understudy.history.past.Difference.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds what is different between two documents, node by node, for people to read. Pure; what the documents share
/// costs no more than a look.
public final class Differences {

    private final Environment before;
    private final Environment after;
    private final Predicate<NodeId> wanted;
    private final List<Difference> found = new ArrayList<>();

    private Differences(Environment before, Environment after, Predicate<NodeId> wanted) {
        this.before = before;
        this.after = after;
        this.wanted = wanted;
    }

    /// In the order of the documents: what is there now from top to bottom, then what is gone. Of what came or went as
    /// a whole only the topmost node is listed.
    ///
    /// @param wanted of which nodes to tell; what is below one that came or went belongs to that
    public static List<Difference> between(Environment before, Environment after, Predicate<NodeId> wanted) {
        Differences differences = new Differences(before, after, wanted);
        differences.walk(after, after.root(), differences::kept);
        differences.walk(before, before.root(), differences::gone);
        return List.copyOf(differences.found);
    }

    private interface Visit {
        /// @return whether to look at what is below it
        boolean at(Node node);
    }

    private void walk(Environment document, Node node, Visit visit) {
        if (!visit.at(node)) {
            return;
        }
        for (Slot slot : Slot.slotsOf(node.kind())) {
            document.children(node.id(), slot).forEach(child -> walk(document, child, visit));
        }
    }

    private boolean kept(Node node) {
        Optional<Node> old = before.find(node.id());
        if (old.isEmpty()) {
            if (!isWanted(after, node)) {
                return true;
            }
            found.add(new Difference(
                    node.id(),
                    node.kind(),
                    What.ADDED,
                    after.subtree(node.id()).size() - 1,
                    Optional.empty(),
                    own(node, true)));
            return false;
        }
        if (!old.get().equals(node) && wanted.test(node.id())) {
            compare(old.get(), node);
        }
        return true;
    }

    private boolean gone(Node node) {
        if (after.contains(node.id())) {
            return true;
        }
        if (!isWanted(before, node)) {
            return true;
        }
        found.add(new Difference(
                node.id(),
                node.kind(),
                What.REMOVED,
                before.subtree(node.id()).size() - 1,
                Optional.empty(),
                own(node, false)));
        return false;
    }

    private boolean isWanted(Environment document, Node node) {
        return wanted.test(node.id())
                || document.subtree(node.id()).stream().map(Node::id).anyMatch(wanted);
    }

    private void compare(Node old, Node node) {
        List<Value> values = new ArrayList<>();
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            Object was = old.plain(field);
            Object is = node.plain(field);
            if (!was.equals(is)) {
                values.add(new Value(field, Optional.of(was), Optional.of(is)));
            }
        }
        Optional<Places> places = places(old, node);
        if (places.isPresent() || !values.isEmpty()) {
            found.add(new Difference(
                    node.id(), node.kind(), places.isPresent() ? What.MOVED : What.CHANGED, 0, places, values));
        }
    }

    private static Optional<Places> places(Node old, Node node) {
        NodeId from = old.parent();
        NodeId to = node.parent();
        if (from == null || to == null || (from.equals(to) && old.order().equals(node.order()))) {
            return Optional.empty();
        }
        return Optional.of(new Places(from, to));
    }

    private static List<Value> own(Node node, boolean came) {
        List<Value> values = new ArrayList<>();
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            Object value = node.plain(field);
            if (!value.equals(field.plainDefault())) {
                Optional<Object> given = Optional.of(value);
                values.add(new Value(field, came ? Optional.empty() : given, came ? given : Optional.empty()));
            }
        }
        return values;
    }
}
