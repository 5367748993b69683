package dev.understudy.edit;

import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Slot;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One thing to do to a document. Fields are named by key, because an edit may come from a client that
/// knows other fields; [Apply] checks them against the schema.
public sealed interface Edit {

    /// The node that it is about.
    NodeId node();

    /// Makes a node. Fields that are not given have their defaults; without an order it goes to the end of its list.
    /// Only the root has no parent, and only the first change of a branch adds it.
    record Add(
            NodeId node,
            Kind kind,
            @Nullable NodeId parent,
            Slot slot,
            Optional<OrderKey> order,
            Map<Field<?>, Object> fields,
            Map<String, String> extras)
            implements Edit {}

    /// Takes the node and all below it out.
    record Remove(NodeId node) implements Edit {}

    /// Gives the node another parent or position; without an order it goes to the end.
    record Move(NodeId node, NodeId parent, Optional<OrderKey> order) implements Edit {}

    /// Gives a field a value; the last one wins.
    record Set(NodeId node, String field, Object value) implements Edit {}

    /// Changes a text where it says and leaves the rest to others.
    record Splice(NodeId node, String field, TextChange change) implements Edit {}
}
