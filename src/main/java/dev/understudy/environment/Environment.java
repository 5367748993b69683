package dev.understudy.environment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/// A whole mock API at one moment: an immutable map from id to node with an index of children. Changing it
/// makes a new one that shares all nodes but the touched ones, so that a copy is a reference and a change
/// costs what changed.
///
/// Invariant: every node but the root has its parent in the map. What else must hold (a tree without
/// cycles, one default response, …) is [Invariants].
public final class Environment {

    private record Siblings(NodeId parent, Slot slot) {}

    private record Position(OrderKey order, NodeId id) implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            int byOrder = order.compareTo(other.order);
            return byOrder != 0 ? byOrder : id.compareTo(other.id);
        }
    }

    private final NodeId rootId;
    private final HashPMap<NodeId, Node> nodes;
    private final HashPMap<Siblings, TreePMap<Position, Node>> lists;
    private final long bytes;

    private Environment(
            NodeId rootId,
            HashPMap<NodeId, Node> nodes,
            HashPMap<Siblings, TreePMap<Position, Node>> lists,
            long bytes) {
        this.rootId = rootId;
        this.nodes = nodes;
        this.lists = lists;
        this.bytes = bytes;
    }

    /// An environment of nothing but its settings.
    public static Environment of(Node root) {
        if (root.kind() != Kind.ENVIRONMENT) {
            throw new IllegalArgumentException("The root must be an environment, not " + root);
        }
        return new Environment(root.id(), HashTreePMap.singleton(root.id(), root), HashTreePMap.empty(), root.weight());
    }

    /// Puts stored nodes together again, in whatever order they come.
    ///
    /// @throws IllegalArgumentException if there is not exactly one root, or a parent is missing
    public static Environment ofNodes(Collection<Node> stored) {
        List<Node> roots =
                stored.stream().filter(node -> node.kind() == Kind.ENVIRONMENT).toList();
        if (roots.size() != 1) {
            throw new IllegalArgumentException("Expected one root, found " + roots.size());
        }
        Environment environment = of(roots.getFirst());
        for (Node node : stored) {
            if (node.kind() != Kind.ENVIRONMENT) {
                environment = environment.withUnchecked(node);
            }
        }
        for (Node node : stored) {
            if (node.parent() != null && !environment.nodes.containsKey(node.parent())) {
                throw new IllegalArgumentException("The parent of " + node + " is missing");
            }
        }
        return environment;
    }

    public Node root() {
        return get(rootId);
    }

    public Optional<Node> find(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /// The node that must be there.
    ///
    /// @throws IllegalArgumentException if it is not; use [#find] for ids from outside
    public Node get(NodeId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No node " + id));
    }

    public boolean contains(NodeId id) {
        return nodes.containsKey(id);
    }

    /// All nodes, in no particular order.
    public Collection<Node> nodes() {
        return nodes.values();
    }

    public int size() {
        return nodes.size();
    }

    /// What counts against [Limits#MAX_ENVIRONMENT_BYTES].
    public long bytes() {
        return bytes;
    }

    /// The nodes of one list, in order.
    public Collection<Node> children(NodeId parent, Slot slot) {
        TreePMap<Position, Node> list = lists.get(new Siblings(parent, slot));
        return list == null ? List.of() : list.values();
    }

    /// The last node of a list, if there is one.
    public Optional<Node> lastChild(NodeId parent, Slot slot) {
        TreePMap<Position, Node> list = lists.get(new Siblings(parent, slot));
        return list == null ? Optional.empty() : Optional.of(list.lastEntry().getValue());
    }

    /// The node and all below it, parents before children, lists in their order.
    public List<Node> subtree(NodeId id) {
        List<Node> found = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(get(id));
        while (!open.isEmpty()) {
            Node node = open.pop();
            found.add(node);
            List<Node> below = new ArrayList<>();
            for (Slot slot : Slot.slotsOf(node.kind())) {
                below.addAll(children(node.id(), slot));
            }
            below.reversed().forEach(open::push);
        }
        return found;
    }

    /// Whether `id` is `ancestor` or stands below it.
    public boolean isWithin(NodeId id, NodeId ancestor) {
        for (NodeId at = id; at != null; at = parentOf(at)) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    /// How many folders enclose the node, itself included if it is one.
    public int folderDepth(NodeId id) {
        int depth = 0;
        for (NodeId at = id; at != null; at = parentOf(at)) {
            depth += get(at).kind() == Kind.FOLDER ? 1 : 0;
        }
        return depth;
    }

    /// With the node added, or put in the place of the one with its id.
    ///
    /// @throws IllegalArgumentException if its parent is not there
    public Environment with(Node node) {
        if (node.parent() != null && !nodes.containsKey(node.parent())) {
            throw new IllegalArgumentException("The parent of " + node + " is missing");
        }
        return withUnchecked(node);
    }

    /// Without the node and all below it.
    ///
    /// @throws IllegalArgumentException if it is the root or not there
    public Environment without(NodeId id) {
        if (id.equals(rootId)) {
            throw new IllegalArgumentException("The root cannot be removed");
        }
        HashPMap<NodeId, Node> fewerNodes = nodes;
        HashPMap<Siblings, TreePMap<Position, Node>> fewerLists = lists;
        long fewerBytes = bytes;
        for (Node node : subtree(id)) {
            fewerNodes = fewerNodes.minus(node.id());
            fewerLists = unlisted(fewerLists, node);
            fewerBytes -= node.weight();
        }
        return new Environment(rootId, fewerNodes, fewerLists, fewerBytes);
    }

    private Environment withUnchecked(Node node) {
        Node old = nodes.get(node.id());
        long newBytes = bytes + node.weight() - (old == null ? 0 : old.weight());
        HashPMap<Siblings, TreePMap<Position, Node>> newLists = old == null ? lists : unlisted(lists, old);
        return new Environment(rootId, nodes.plus(node.id(), node), listed(newLists, node), newBytes);
    }

    private static HashPMap<Siblings, TreePMap<Position, Node>> listed(
            HashPMap<Siblings, TreePMap<Position, Node>> lists, Node node) {
        if (node.parent() == null) {
            return lists;
        }
        Siblings key = new Siblings(node.parent(), node.slot());
        TreePMap<Position, Node> list = lists.get(key);
        return lists.plus(key, (list == null ? TreePMap.<Position, Node>empty() : list).plus(positionOf(node), node));
    }

    private static HashPMap<Siblings, TreePMap<Position, Node>> unlisted(
            HashPMap<Siblings, TreePMap<Position, Node>> lists, Node node) {
        if (node.parent() == null) {
            return lists;
        }
        Siblings key = new Siblings(node.parent(), node.slot());
        TreePMap<Position, Node> list = lists.get(key);
        if (list == null) {
            return lists;
        }
        TreePMap<Position, Node> shorter = list.minus(positionOf(node));
        return shorter.isEmpty() ? lists.minus(key) : lists.plus(key, shorter);
    }

    private static Position positionOf(Node node) {
        return new Position(node.order(), node.id());
    }

    private @Nullable NodeId parentOf(NodeId id) {
        Node node = nodes.get(id);
        return node == null ? null : node.parent();
    }

    /// Same nodes with the same values in the same places.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Environment environment
                        && rootId.equals(environment.rootId)
                        && nodes.equals(environment.nodes));
    }

    @Override
    public int hashCode() {
        return rootId.hashCode();
    }
}
