package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentJson;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import java.util.List;
import java.util.Map;

/// Puts committed effects into a document as the log has them, without deciding anything again.
public final class Replay {

    private Replay() {}

    /// The document that the first change of a branch makes.
    ///
    /// @throws IllegalArgumentException if the effects are not what [Genesis#of] gives
    public static Environment first(List<Effect> effects) {
        return Environment.ofNodes(effects.stream()
                .map(effect -> {
                    if (effect.edit() instanceof Edit.Add add) {
                        return node(add);
                    }
                    throw new IllegalArgumentException("The first change of a branch only adds, but has " + effect);
                })
                .toList());
    }

    /// The document after one more change of the log.
    ///
    /// @throws IllegalArgumentException if it does not fit, which means that the log is damaged
    public static Environment next(Environment before, List<Effect> effects) {
        Environment environment = before;
        for (Effect effect : effects) {
            environment = next(environment, effect.edit());
        }
        return environment;
    }

    private static Environment next(Environment environment, Edit edit) {
        return switch (edit) {
            case Edit.Add add -> environment.with(node(add));
            case Edit.Remove(NodeId id) -> environment.without(id);
            case Edit.Move(NodeId id, NodeId parent, var order) -> {
                Node node = environment.get(id);
                yield environment.with(node.at(parent, node.slot(), order.orElseThrow()));
            }
            case Edit.Set(NodeId id, String key, Object value) -> {
                yield environment.with(EnvironmentJson.withStored(environment.get(id), key, value));
            }
            case Edit.Splice(NodeId id, String key, TextChange change) -> {
                Node node = environment.get(id);
                Field<?> field = field(node, key);
                yield environment.with(node.withPlain(field, change.applyTo((String) node.plain(field))));
            }
        };
    }

    static Node node(Edit.Add add) {
        Node node = add.parent() == null
                ? Node.root(add.node())
                : Node.of(
                        add.node(),
                        add.kind(),
                        add.parent(),
                        add.slot(),
                        add.order().orElseThrow());
        for (Map.Entry<Field<?>, Object> value : add.fields().entrySet()) {
            node = node.withPlain(value.getKey(), value.getValue());
        }
        return node.withExtras(add.extras());
    }

    private static Field<?> field(Node node, String key) {
        return Schema.field(node.kind(), key)
                .orElseThrow(() -> new IllegalArgumentException("The log has an unknown field " + key));
    }
}
