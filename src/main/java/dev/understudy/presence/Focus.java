package dev.understudy.presence;

import dev.understudy.environment.NodeId;
import java.util.Optional;

/// Where somebody is: on a node, perhaps in one of its fields, perhaps with a selection there.
///
/// @param field the key of the field, up to [#MAX_FIELD_LENGTH] characters
public record Focus(Optional<NodeId> node, Optional<String> field, Optional<Selection> selection) {

    public static final int MAX_FIELD_LENGTH = 60;
    public static final Focus NOWHERE = new Focus(Optional.empty(), Optional.empty(), Optional.empty());

    public Focus {
        field = field.map(key -> key.length() <= MAX_FIELD_LENGTH ? key : key.substring(0, MAX_FIELD_LENGTH));
    }

    public static Focus on(NodeId node) {
        return new Focus(Optional.of(node), Optional.empty(), Optional.empty());
    }

    public static Focus on(NodeId node, String field) {
        return new Focus(Optional.of(node), Optional.of(field), Optional.empty());
    }
}
