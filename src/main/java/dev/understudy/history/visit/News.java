package dev.understudy.history.visit;

import dev.understudy.environment.NodeId;
import java.util.Map;
import java.util.Set;

/// What somebody does not know yet of a branch.
///
/// @param changes how many steps others made since the person last read the activity; no more than [#MAX_COUNTED]
/// @param nodes those that others changed while the person was away and that they have not looked at since, and which
///     of their fields: none for one that was added or moved
public record News(int changes, Map<NodeId, Set<String>> nodes) {

    /// Beyond that nobody wants to know.
    public static final int MAX_COUNTED = 1_000;

    public News {
        nodes = Map.copyOf(nodes);
    }
}
