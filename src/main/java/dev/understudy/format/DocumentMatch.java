package dev.understudy.format;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Lines an imported document up with the one that it is to replace: what is the same part of the API gets the
/// id and the order key that it has there, so that the difference of the two is only what really changed.
public final class DocumentMatch {

    /// In steps, roughly, each time that it is looked at.
    private static final int EFFORT_OF_A_NODE = 64;

    /// Comparable, so that look-ups stay quick where very many were made to have one hash.
    private record Identity(Kind kind, String uuid) implements Comparable<Identity> {
        @Override
        public int compareTo(Identity other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : uuid.compareTo(other.uuid);
        }
    }

    private final Environment current;
    private final Environment imported;
    private final Predicate<NodeId> retired;
    private final LongConsumer effort;
    private final Map<NodeId, NodeId> ids = new HashMap<>();
    private final Set<NodeId> taken = new HashSet<>();

    private DocumentMatch(Environment current, Environment imported, Predicate<NodeId> retired, LongConsumer effort) {
        this.current = current;
        this.imported = imported;
        this.retired = retired;
        this.effort = effort;
    }

    /// The imported document with the ids and order keys of the current one. The root keeps the current id
    /// whatever the file says.
    ///
    /// @param retired ids that were used before and may not come back: a node that has one in the file gets
    ///     another here and keeps the one of the file for exports
    /// @param effort told of the steps of the work; it may end it by an exception of its own
    public static Environment match(
            Environment current, Environment imported, Predicate<NodeId> retired, LongConsumer effort) {
        return new DocumentMatch(current, imported, retired, effort).matched();
    }

    private Environment matched() {
        List<Node> nodes = imported.subtree(imported.root().id());
        matchByUuid(nodes);
        matchRows(nodes);
        Map<NodeId, OrderKey> keys = new HashMap<>();
        for (Node node : nodes) {
            for (Slot slot : Slot.slotsOf(node.kind())) {
                List<NodeId> children = idsOf(imported.children(node.id(), slot));
                keys.putAll(OrderMatch.keys(current, idOf(node), slot, children, effort));
            }
        }
        List<Node> rebuilt = new ArrayList<>();
        for (Node node : nodes) {
            effort.accept(EFFORT_OF_A_NODE);
            rebuilt.add(rebuilt(node, keys.get(idOf(node))));
        }
        // Files are in no exchange format: those that are there stay.
        rebuilt.addAll(current.children(current.root().id(), Slot.FILES));
        return Environment.ofNodes(rebuilt);
    }

    private void matchByUuid(List<Node> nodes) {
        Map<Identity, Deque<Node>> known = new HashMap<>();
        for (Node node : current.subtree(current.root().id())) {
            effort.accept(EFFORT_OF_A_NODE);
            known.computeIfAbsent(identity(node), _ -> new ArrayDeque<>()).add(node);
        }
        assign(imported.root(), current.root().id());
        for (Node node : nodes) {
            effort.accept(EFFORT_OF_A_NODE);
            if (Layout.hasUuid(node.kind()) && node.kind() != Kind.ENVIRONMENT) {
                Optional<Node> same =
                        Optional.ofNullable(known.get(identity(node))).map(Deque::poll);
                assign(node, same.map(Node::id).orElseGet(() -> free(node.id())));
            }
        }
    }

    private void matchRows(List<Node> nodes) {
        for (Node parent : nodes) {
            for (Slot slot : Slot.slotsOf(parent.kind())) {
                List<Node> rows = imported.children(parent.id(), slot).stream()
                        .filter(node -> !Layout.hasUuid(node.kind()))
                        .map(this::withCurrentReference)
                        .toList();
                if (!rows.isEmpty()) {
                    List<Node> old = List.copyOf(current.children(idOf(parent), slot));
                    List<Optional<Node>> same = RowMatch.of(old, rows, effort);
                    for (int index = 0; index < rows.size(); index++) {
                        Node row = rows.get(index);
                        assign(row, same.get(index).map(Node::id).orElseGet(() -> free(row.id())));
                    }
                }
            }
        }
    }

    private Node rebuilt(Node node, @Nullable OrderKey key) {
        NodeId parent = node.parent();
        Node empty = parent == null || key == null
                ? Node.root(idOf(node))
                : Node.of(idOf(node), node.kind(), ids.getOrDefault(parent, parent), node.slot(), key);
        Node filled = empty;
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            filled = filled.withPlain(field, node.plain(field));
        }
        Node result = withCurrentReference(filled).withExtras(extras(node));
        return current.find(result.id()).filter(result::equals).orElse(result);
    }

    private Map<String, String> extras(Node node) {
        Map<String, String> extras = new HashMap<>(node.extras());
        if (node.kind() == Kind.ENVIRONMENT) {
            extras.remove(Layout.UUID);
            Optional.ofNullable(current.root().extras().get(Layout.UUID))
                    .ifPresent(uuid -> extras.put(Layout.UUID, uuid));
        } else if (Layout.hasUuid(node.kind())) {
            String uuid = Extras.uuid(node);
            extras.remove(Layout.UUID);
            if (!uuid.equals(idOf(node).value())) {
                extras.put(Layout.UUID, Extras.rawText(uuid));
            }
        }
        return extras;
    }

    private Node withCurrentReference(Node node) {
        if (node.kind() != Kind.INVOCATION) {
            return node;
        }
        String reference = node.get(Schema.INVOCATION_CALLBACK);
        return NodeId.parse(reference)
                .map(ids::get)
                .map(id -> node.with(Schema.INVOCATION_CALLBACK, id.value()))
                .orElse(node);
    }

    private void assign(Node node, NodeId id) {
        ids.put(node.id(), id);
        taken.add(id);
    }

    private NodeId idOf(Node node) {
        return ids.getOrDefault(node.id(), node.id());
    }

    private List<NodeId> idsOf(Iterable<Node> nodes) {
        List<NodeId> found = new ArrayList<>();
        nodes.forEach(node -> found.add(idOf(node)));
        return found;
    }

    /// The wanted id, or one made from it if it belongs to something else.
    private NodeId free(NodeId wanted) {
        NodeId id = wanted;
        for (int attempt = 1; current.contains(id) || taken.contains(id) || retired.test(id); attempt++) {
            byte[] name = (wanted + " again " + attempt).getBytes(StandardCharsets.UTF_8);
            id = new NodeId(UUID.nameUUIDFromBytes(name).toString());
        }
        return id;
    }

    private static Identity identity(Node node) {
        return new Identity(node.kind(), Extras.uuid(node));
    }
}
