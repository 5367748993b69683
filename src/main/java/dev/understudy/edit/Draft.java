package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.FieldType;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Limits;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A document while the edits of one change are put in, with the effects so far. Used by one thread, once.
final class Draft {

    /// What one edit did.
    sealed interface Step {
        record Done() implements Step {}

        record Nothing(String message) implements Step {}

        record Wrong(Outcome.Reason reason, String message) implements Step {}
    }

    private static final Step DONE = new Step.Done();

    private final Environment before;
    private final Predicate<NodeId> retired;
    private final boolean concurrent;
    private final List<Effect> effects = new ArrayList<>();
    private Environment environment;

    Draft(Environment before, Predicate<NodeId> retired, boolean concurrent) {
        this.before = before;
        this.environment = before;
        this.retired = retired;
        this.concurrent = concurrent;
    }

    Environment before() {
        return before;
    }

    Environment environment() {
        return environment;
    }

    List<Effect> effects() {
        return effects;
    }

    Step take(Edit edit) {
        return switch (edit) {
            case Edit.Add add -> add(add);
            case Edit.Remove(NodeId id) -> remove(id);
            case Edit.Move move -> move(move);
            case Edit.Set(NodeId id, String key, Object value) -> set(id, key, value);
            case Edit.Splice(NodeId id, String key, TextChange change) -> splice(id, key, change);
        };
    }

    private Step add(Edit.Add add) {
        if (environment.contains(add.node()) || retired.test(add.node())) {
            return wrong("The id " + add.node() + " is already used in this branch; choose a fresh one.");
        }
        NodeId parentId = add.parent();
        if (parentId == null || add.kind() == Kind.ENVIRONMENT) {
            return wrong("An environment has one root and every other node has a parent.");
        }
        Optional<Node> parent = environment.find(parentId);
        if (parent.isEmpty()) {
            return new Step.Nothing("The place for the new " + add.kind().wireName() + " was removed.");
        }
        Optional<Step> misplaced = misplaced(add.kind(), add.slot(), parent.get());
        if (misplaced.isPresent()) {
            return misplaced.get();
        }
        OrderKey order = add.order().orElseGet(() -> end(parentId, add.slot()));
        Node node = Node.of(add.node(), add.kind(), parentId, add.slot(), order).withExtras(add.extras());
        for (Map.Entry<Field<?>, Object> entry : add.fields().entrySet()) {
            Optional<String> refusal = entry.getKey().refusal(entry.getValue());
            if (refusal.isPresent()) {
                return wrong(entry.getKey() + " " + refusal.get() + ".");
            }
            node = node.withRaw(entry.getKey(), entry.getValue());
        }
        put(node, addOf(node), new Edit.Remove(node.id()));
        return DONE;
    }

    private Step remove(NodeId id) {
        Optional<Node> node = environment.find(id);
        if (node.isEmpty()) {
            return new Step.Nothing("It was already removed.");
        }
        if (node.get().kind() == Kind.ENVIRONMENT) {
            return wrong("The root of an environment cannot be removed.");
        }
        if (isOnlyResponse(node.get())) {
            return new Step.Nothing("A route keeps at least one response.");
        }
        effects.add(new Effect(
                new Edit.Remove(id),
                environment.subtree(id).stream().<Edit>map(Draft::addOf).toList()));
        environment = environment.without(id);
        return DONE;
    }

    private Step move(Edit.Move move) {
        Optional<Node> found = environment.find(move.node());
        Optional<Node> parent = environment.find(move.parent());
        if (found.isEmpty() || parent.isEmpty()) {
            return new Step.Nothing(found.isEmpty() ? "It was removed." : "The place to move to was removed.");
        }
        Node node = found.get();
        if (node.kind() == Kind.ENVIRONMENT) {
            return wrong("The root of an environment cannot be moved.");
        }
        if (environment.isWithin(move.parent(), move.node())) {
            String message = "A folder cannot be moved into itself.";
            return concurrent ? new Step.Nothing(message) : wrong(message);
        }
        boolean elsewhere = !move.parent().equals(node.parent());
        if (elsewhere && isOnlyResponse(node)) {
            return new Step.Nothing("A route keeps at least one response.");
        }
        Optional<Step> misplaced = misplaced(node.kind(), node.slot(), parent.get())
                .or(() -> elsewhere ? tooDeep(node, parent.get()) : Optional.empty());
        if (misplaced.isPresent()) {
            return misplaced.get();
        }
        OrderKey order = move.order().orElseGet(() -> end(move.parent(), node.slot()));
        Node moved = node.at(move.parent(), node.slot(), order);
        if (moved.equals(node)) {
            return new Step.Nothing("It is already there.");
        }
        put(
                moved,
                new Edit.Move(node.id(), move.parent(), Optional.of(order)),
                new Edit.Move(node.id(), parentOf(node), Optional.of(node.order())));
        return DONE;
    }

    private Step set(NodeId id, String key, Object value) {
        Optional<Node> found = environment.find(id);
        if (found.isEmpty()) {
            return new Step.Nothing("It was removed.");
        }
        Node node = found.get();
        Optional<Field<?>> field = Schema.field(node.kind(), key);
        if (field.isEmpty()) {
            return unknownField(node, key);
        }
        Optional<String> refusal = field.get().refusal(value);
        if (refusal.isPresent()) {
            return wrong(field.get() + " " + refusal.get() + ".");
        }
        if (node.get(field.get()).equals(value)) {
            return new Step.Nothing("It has this value already.");
        }
        if (field.get() == Schema.RESPONSE_DEFAULT && value.equals(false)) {
            return new Step.Nothing("One response is always the default; make another one the default instead.");
        }
        setField(node, field.get(), value);
        return DONE;
    }

    /// Sets a value that is known to fit, as an effect of its own.
    void setField(Node node, Field<?> field, Object value) {
        put(
                node.withRaw(field, value),
                new Edit.Set(node.id(), field.key(), value),
                new Edit.Set(node.id(), field.key(), node.get(field)));
    }

    private Step splice(NodeId id, String key, TextChange change) {
        Optional<Node> found = environment.find(id);
        if (found.isEmpty()) {
            return new Step.Nothing("It was removed.");
        }
        Node node = found.get();
        Optional<Field<?>> field = Schema.field(node.kind(), key);
        if (field.isEmpty()) {
            return unknownField(node, key);
        }
        if (!(field.get().type() instanceof FieldType.Text) || !(node.get(field.get()) instanceof String text)) {
            return wrong(field.get() + " is not a text and cannot be spliced; use set.");
        }
        if (change.oldLength() != text.length()) {
            return wrong("The splice covers %d characters, but %s has %d at the base of the change."
                    .formatted(change.oldLength(), field.get(), text.length()));
        }
        if (change.isEmpty()) {
            return new Step.Nothing("It changes nothing.");
        }
        if (change.newLength() > Limits.MAX_LONG_TEXT) {
            return new Step.Wrong(
                    Outcome.Reason.TOO_LARGE,
                    "%s would have %,d characters; the limit is %,d."
                            .formatted(field.get(), change.newLength(), Limits.MAX_LONG_TEXT));
        }
        String changed = change.applyTo(text);
        Optional<String> refusal = field.get().refusal(changed);
        if (refusal.isPresent()) {
            return wrong(field.get() + " " + refusal.get() + ".");
        }
        put(
                node.withRaw(field.get(), changed),
                new Edit.Splice(id, key, change),
                new Edit.Splice(id, key, change.inverse(text)));
        return DONE;
    }

    static Edit.Add addOf(Node node) {
        return new Edit.Add(
                node.id(),
                node.kind(),
                node.parent(),
                node.slot(),
                Optional.of(node.order()),
                Values.notDefault(node),
                node.extras());
    }

    private void put(Node node, Edit edit, Edit inverse) {
        environment = environment.with(node);
        effects.add(new Effect(edit, List.of(inverse)));
    }

    private Optional<Step> misplaced(Kind kind, Slot slot, Node parent) {
        if (!slot.takes(kind) || !slot.standsUnder(parent.kind())) {
            return Optional.of(wrong("A %s cannot stand under a %s."
                    .formatted(kind.wireName(), parent.kind().wireName())));
        }
        return kind == Kind.FOLDER && environment.folderDepth(parent.id()) >= Limits.MAX_FOLDER_DEPTH
                ? Optional.of(tooDeep())
                : Optional.empty();
    }

    private Optional<Step> tooDeep(Node node, Node parent) {
        int top = environment.folderDepth(parent.id());
        int own = environment.folderDepth(parentOf(node));
        return environment.subtree(node.id()).stream()
                        .anyMatch(below -> environment.folderDepth(below.id()) - own + top > Limits.MAX_FOLDER_DEPTH)
                ? Optional.of(tooDeep())
                : Optional.empty();
    }

    private static Step tooDeep() {
        return new Step.Wrong(
                Outcome.Reason.TOO_LARGE, "Folders can be nested %d deep at most.".formatted(Limits.MAX_FOLDER_DEPTH));
    }

    private boolean isOnlyResponse(Node node) {
        return node.kind() == Kind.RESPONSE
                && environment.children(parentOf(node), Slot.RESPONSES).size() == 1;
    }

    private OrderKey end(NodeId parent, Slot slot) {
        return OrderKey.between(
                environment.lastChild(parent, slot).map(Node::order).orElse(null), null);
    }

    private static NodeId parentOf(Node node) {
        NodeId parent = node.parent();
        if (parent == null) {
            throw new IllegalArgumentException("The root has no parent");
        }
        return parent;
    }

    private static Step unknownField(Node node, String key) {
        return wrong("A %s has no field \"%s\".".formatted(node.kind().wireName(), key));
    }

    private static Step wrong(String message) {
        return new Step.Wrong(Outcome.Reason.INVALID, message);
    }
}
