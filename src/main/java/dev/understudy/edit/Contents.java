package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.FieldType;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
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
        if (node.plain(field).equals(value)) {
            return new Step.Nothing("It has this value already.");
        }
        draft.set(node, field, value);
        return Step.DONE;
    }

    private Step splice(Node node, Field<?> field, TextChange change) {
        if (!(field.type() instanceof FieldType.Text) || !(node.plain(field) instanceof String text)) {
            return Step.wrong(field + " is not a text, so nothing can be inserted into it. Set it as a whole.");
        }
        if (change.oldLength() != text.length()) {
            return Step.wrong(
                    "The change must keep or replace exactly the characters that %s had at its base; it has %,d now."
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
        Optional<String> homeless = field == Schema.BUCKET_ID ? homeless(node, changed) : Optional.empty();
        if (homeless.isPresent()) {
            return Step.wrong(homeless.get());
        }
        draft.splice(node, field, change);
        return Step.DONE;
    }

    /// Why what refers to a bucket could not follow it to the id that is being typed.
    private Optional<String> homeless(Node bucket, String id) {
        if (id.isEmpty()) {
            return Optional.of("A data bucket needs an id. Write the new one, and what uses the bucket follows.");
        }
        Environment environment = draft.environment();
        boolean taken = environment.children(environment.root().id(), Slot.BUCKETS).stream()
                .anyMatch(other -> !other.id().equals(bucket.id())
                        && other.get(Schema.BUCKET_ID).equals(id));
        return taken
                ? Optional.of("Another data bucket has the id %s. Write a different one.".formatted(Excerpt.of(id)))
                : Optional.empty();
    }

    private Step at(NodeId id, String key, BiFunction<Node, Field<?>, Step> edit) {
        Optional<Node> node = draft.environment().find(id);
        if (node.isEmpty()) {
            return new Step.Nothing("It was removed.");
        }
        return Schema.field(node.get().kind(), key)
                .map(field -> edit.apply(node.get(), field))
                .orElseGet(() -> Step.wrong("What is a %s has no field %s."
                        .formatted(node.get().kind().wireName(), Excerpt.of(key))));
    }
}
