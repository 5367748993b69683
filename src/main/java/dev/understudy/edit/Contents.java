package dev.understudy.edit;

import dev.understudy.environment.Field;
import dev.understudy.environment.FieldType;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import java.util.Optional;
import java.util.function.BiFunction;

/// The edits that change the values of a node.
final class Contents {

    private final Draft draft;

    Contents(Draft draft) {
        this.draft = draft;
    }

    Step set(Edit.Set set) {
        return at(set.node(), set.field(), (node, field) -> set(node, field, set.value()));
    }

    Step splice(Edit.Splice splice) {
        return at(splice.node(), splice.field(), (node, field) -> splice(node, field, splice.change()));
    }

    private Step set(Node node, Field<?> field, Object value) {
        Optional<String> refusal = field.refusal(value);
        if (refusal.isPresent()) {
            return Step.wrong(field, value, refusal.get());
        }
        if (node.get(field).equals(value)) {
            return new Step.Nothing("It has this value already.");
        }
        draft.set(node, field, value);
        return Step.DONE;
    }

    private Step splice(Node node, Field<?> field, TextChange change) {
        if (!(field.type() instanceof FieldType.Text) || !(node.get(field) instanceof String text)) {
            return Step.wrong(field + " is not a text and cannot be spliced; use set.");
        }
        if (change.oldLength() != text.length()) {
            return Step.wrong(
                    "The splice must keep or replace exactly the characters that %s had at the base of the change; it has %,d now."
                            .formatted(field, text.length()));
        }
        String changed = change.applyTo(text);
        if (changed.equals(text)) {
            return new Step.Nothing("It changes nothing.");
        }
        Optional<String> refusal = field.refusal(changed);
        if (refusal.isPresent()) {
            return Step.wrong(field, changed, refusal.get());
        }
        draft.splice(node, field, change);
        return Step.DONE;
    }

    private Step at(NodeId id, String key, BiFunction<Node, Field<?>, Step> edit) {
        Optional<Node> node = draft.environment().find(id);
        if (node.isEmpty()) {
            return new Step.Nothing("It was removed.");
        }
        return Schema.field(node.get().kind(), key)
                .map(field -> edit.apply(node.get(), field))
                .orElseGet(() -> Step.wrong("Nodes of kind %s have no field %s."
                        .formatted(node.get().kind().wireName(), Excerpt.of(key))));
    }
}
