package dev.understudy.collab;

import static dev.understudy.db.Tables.NODE;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The head of a branch as rows, one a node. [CommitStore] writes them together with the log.
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
