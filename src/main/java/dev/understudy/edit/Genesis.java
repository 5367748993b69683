package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import java.util.List;
import java.util.Map;

/// The first change of every branch: the adds of all nodes that it was created with. With it the log alone is
/// enough to build the document.
public final class Genesis {

    private Genesis() {}

    /// The adds that make this document, parents first.
    public static List<Effect> of(Environment environment) {
        return environment.subtree(environment.root().id()).stream()
                .map(node -> new Effect(Draft.addOf(node), List.of(new Edit.Remove(node.id()))))
                .toList();
    }

    /// The document that such a first change makes.
    ///
    /// @throws IllegalArgumentException if the effects are not what [#of] gives
    public static Environment replay(List<Effect> effects) {
        return Environment.ofNodes(effects.stream().map(Genesis::nodeOf).toList());
    }

    private static Node nodeOf(Effect effect) {
        if (!(effect.edit() instanceof Edit.Add add)) {
            throw new IllegalArgumentException("The first change of a branch only adds, but has " + effect.edit());
        }
        Node node = add.parent() == null
                ? Node.root(add.node())
                : Node.of(
                        add.node(),
                        add.kind(),
                        add.parent(),
                        add.slot(),
                        add.order().orElseThrow());
        for (Map.Entry<Field<?>, Object> value : add.fields().entrySet()) {
            node = node.withRaw(value.getKey(), value.getValue());
        }
        return node.withExtras(add.extras());
    }
}
