package dev.understudy.history.past;

import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is different of one node between two documents.
///
/// @param below how many nodes came or went with it, if it did
/// @param places where it was and is, if it moved
/// @param values of the fields that differ, in the order of the schema; of a node that came or went those that are not
///     the default
public record Difference(NodeId node, Kind kind, What what, int below, Optional<Places> places, List<Value> values) {

    /// What happened to a node on the way from one document to the other.
    public enum What {
        ADDED,
        REMOVED,
        /// It stands elsewhere; values may differ, too.
        MOVED,
        CHANGED;

        /// As the public API calls it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a node stood under, and stands under now.
    ///
    /// @param before the parent that it stood under
    /// @param after the parent that it stands under: the same if only its place in the list differs
    public record Places(NodeId before, NodeId after) {}

    /// One field. Values are plain: text, number, boolean, list or map.
    ///
    /// @param before empty if the node was not there
    /// @param after empty if the node is gone
    public record Value(Field<?> field, Optional<Object> before, Optional<Object> after) {}

    public Difference {
        values = List.copyOf(values);
    }
}
