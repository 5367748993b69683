package dev.understudy.edit;

import dev.understudy.environment.Environment;
import java.util.List;

/// The first change of every branch: the adds of all nodes that it was created with. With it the log alone is
/// enough to build the document, see [Replay].
public final class Genesis {

    private Genesis() {}

    /// The adds that make this document, parents first.
    public static List<Effect> of(Environment environment) {
        return environment.subtree(environment.root().id()).stream()
                .map(node -> new Effect(NodeValues.addOf(node), List.of(new Edit.Remove(node.id()))))
                .toList();
    }
}
