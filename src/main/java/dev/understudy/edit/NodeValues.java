package dev.understudy.edit;

import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A node as edits carry it.
final class NodeValues {

    private NodeValues() {}

    /// The edit that makes this very node.
    static Edit.Add addOf(Node node) {
        return new Edit.Add(
                node.id(),
                node.kind(),
                node.parent(),
                node.slot(),
                Optional.of(node.order()),
                notDefault(node),
                node.extras());
    }

    static Map<Field<?>, Object> notDefault(Node node) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            Object value = node.plain(field);
            if (!value.equals(field.plainDefault())) {
                values.put(field, value);
            }
        }
        return values;
    }

    /// The parent of a node that is not the root.
    static NodeId parentOf(Node node) {
        NodeId parent = node.parent();
        if (parent == null) {
            throw new IllegalArgumentException("The root has no parent");
        }
        return parent;
    }
}
