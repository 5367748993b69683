package dev.understudy.collab;

import static dev.understudy.db.Tables.NODE;
import static dev.understudy.db.Tables.REMOVED_NODE;
import static org.jooq.impl.DSL.val;

import dev.understudy.edit.StoredFormJson;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentJson;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The head of a branch as rows, one a node. Written in the transaction that writes the log.
final class NodeStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private NodeStore() {}

    static Environment load(DSLContext sql, BranchId branch) {
        List<Node> nodes = new ArrayList<>();
        sql.selectFrom(NODE)
                .where(NODE.BRANCH_ID.eq(branch.value()))
                .forEach(row -> node(row).ifPresent(nodes::add));
        return Environment.ofNodes(connected(nodes));
    }

    static void save(DSLContext sql, BranchId branch, NodeDelta delta, long revision) {
        if (!delta.removed().isEmpty()) {
            remove(sql, branch, delta.removed(), revision);
        }
        if (!delta.written().isEmpty()) {
            write(sql, branch, delta.written());
        }
    }

    /// One statement for any number of rows: a large import has tens of thousands.
    private static void write(DSLContext sql, BranchId branch, Collection<Node> nodes) {
        sql.execute(
                """
                insert into node (branch_id, node_id, kind, parent_id, list, position, fields, extras, form)
                select {0}, id, kind, parent, list, position, fields::jsonb, extras::jsonb, {8}
                from unnest({1}, {2}, {3}, {4}, {5}, {6}, {7})
                  as rows(id, kind, parent, list, position, fields, extras)
                on conflict (branch_id, node_id) do update set
                  kind = excluded.kind, parent_id = excluded.parent_id, list = excluded.list,
                  position = excluded.position, fields = excluded.fields, extras = excluded.extras,
                  form = excluded.form
                """,
                val(branch.value()),
                texts(nodes, node -> node.id().value()),
                texts(nodes, node -> node.kind().wireName()),
                texts(
                        nodes,
                        node -> node.parent() == null ? null : node.parent().value()),
                texts(nodes, node -> node.slot().listName().orElse(null)),
                texts(nodes, node -> node.order().value()),
                texts(nodes, node -> JSON.writeValueAsString(EnvironmentJson.writeStored(node))),
                texts(nodes, node -> JSON.writeValueAsString(EnvironmentJson.writeExtras(node.extras()))),
                val(StoredFormJson.CURRENT));
        sql.deleteFrom(REMOVED_NODE)
                .where(REMOVED_NODE.BRANCH_ID.eq(branch.value()))
                .and(REMOVED_NODE.NODE_ID.eq(
                        org.jooq.impl.DSL.any(texts(nodes, node -> node.id().value()))))
                .execute();
    }

    private static void remove(DSLContext sql, BranchId branch, List<NodeId> ids, long revision) {
        var array = texts(ids, NodeId::value);
        sql.deleteFrom(NODE)
                .where(NODE.BRANCH_ID.eq(branch.value()))
                .and(NODE.NODE_ID.eq(org.jooq.impl.DSL.any(array)))
                .execute();
        sql.execute("""
                insert into removed_node (branch_id, node_id, revision)
                select {0}, id, {1} from unnest({2}) as rows(id)
                on conflict (branch_id, node_id) do update set revision = excluded.revision
                """, val(branch.value()), val(revision), array);
    }

    private interface Column<T> {
        @org.jspecify.annotations.Nullable
        String of(T row);
    }

    private static <T> org.jooq.Field<String[]> texts(Collection<T> rows, Column<T> column) {
        return val(rows.stream().map(column::of).toArray(String[]::new), String[].class);
    }

    /// Empty for what another version knows and this one does not: it stays where it is.
    private static Optional<Node> node(Record row) {
        NodeId id = new NodeId(row.get(NODE.NODE_ID));
        JsonNode fields = StoredFormJson.fields(
                row.get(NODE.FORM), JSON.readTree(row.get(NODE.FIELDS).data()));
        JsonNode extras = JSON.readTree(row.get(NODE.EXTRAS).data());
        return placed(id, row).map(node -> EnvironmentJson.readStored(node, fields, extras));
    }

    private static Optional<Node> placed(NodeId id, Record row) {
        String parent = row.get(NODE.PARENT_ID);
        if (parent == null) {
            return Optional.of(Node.root(id));
        }
        return Kind.ofWireName(row.get(NODE.KIND))
                .flatMap(kind -> Slot.of(kind, row.get(NODE.LIST))
                        .flatMap(slot -> OrderKey.ofStored(row.get(NODE.POSITION))
                                .map(order -> Node.of(id, kind, new NodeId(parent), slot, order))));
    }

    /// Without what stands below something that is not there.
    private static List<Node> connected(List<Node> nodes) {
        Set<NodeId> ids = nodes.stream().map(Node::id).collect(Collectors.toSet());
        List<Node> connected = nodes.stream()
                .filter(node -> node.parent() == null || ids.contains(node.parent()))
                .toList();
        return connected.size() == nodes.size() ? nodes : connected(connected);
    }
}
