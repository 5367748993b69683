package dev.understudy.ui.editor.field;

import dev.understudy.collab.CommittedChange;
import dev.understudy.edit.Edit;
import dev.understudy.edit.EditJson;
import dev.understudy.edit.Effect;
import dev.understudy.edit.Rebase;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a committed change means to the browsers that have a text open: `{revision, client, seq, steps}`, where each
/// step is a change set of CodeMirror and they follow each other. A value set from outside is a step like any other.
final class TextNews {

    private TextNews() {}

    /// Empty if the change is not about the text.
    static Optional<ObjectNode> of(CommittedChange committed, NodeId node, Field<String> field) {
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        for (Effect effect : committed.effects()) {
            Rebase.textChangeOf(effect, node, field.key()).map(EditJson::write).ifPresent(steps::add);
        }
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(JsonNodeFactory.instance
                        .objectNode()
                        .put("revision", committed.revision())
                        .put("client", committed.client())
                        .put("seq", committed.seq())
                        .set("steps", steps));
    }

    /// Whether the change brings a removed node back, so that its text starts anew.
    static boolean bringsBack(CommittedChange committed, NodeId node) {
        return committed.effects().stream()
                .anyMatch(effect ->
                        effect.edit() instanceof Edit.Add add && add.node().equals(node));
    }
}
