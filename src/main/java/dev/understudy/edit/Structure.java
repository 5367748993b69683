package dev.understudy.edit;

import dev.understudy.environment.Excess;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The edits that make, take away and place nodes.
final class Structure {

    private static final String LAST_RESPONSE = "A route keeps at least one response. Add another one first.";

    private final Draft draft;
    private final boolean concurrent;

    /// Route → index of the last edit that brings it a response, and node → index of its removal: until then a
    /// route may be without responses.
    private final Map<NodeId, Integer> reliefs = new HashMap<>();

    Structure(Draft draft, List<Edit> edits, boolean concurrent) {
        this.draft = draft;
        this.concurrent = concurrent;
        for (int index = 0; index < edits.size(); index++) {
            NodeId relieved = relieved(edits.get(index));
            if (relieved != null) {
                reliefs.put(relieved, index);
            }
        }
    }

    Step add(Edit.Add add) {
        if (draft.isTaken(add.node())) {
            return Step.wrong("The id " + add.node() + " is used here already. Choose a fresh one.");
        }
        NodeId parentId = add.parent();
        if (parentId == null || add.kind() == Kind.ENVIRONMENT) {
            return Step.wrong(
                    "An environment has one set of settings, and everything else stands below something. Name what this stands below.");
        }
        Optional<Node> parent = draft.environment().find(parentId);
        if (parent.isEmpty()) {
            return new Step.Nothing("What the new %s was to stand in was removed. Choose another place."
                    .formatted(add.kind().wireName()));
        }
        OrderKey order = add.order().orElseGet(() -> end(parentId, add.slot()));
        Optional<Step> misplaced = misplaced(add.kind(), add.slot(), parent.get(), order);
        if (misplaced.isPresent()) {
            return misplaced.get();
        }
        Node node = Node.of(add.node(), add.kind(), parentId, add.slot(), order).withExtras(add.extras());
        for (Map.Entry<Field<?>, Object> entry : add.fields().entrySet()) {
            Optional<String> refusal = entry.getKey().refusal(entry.getValue());
            if (refusal.isPresent()) {
                return Step.wrong(entry.getKey(), entry.getValue(), refusal.get());
            }
            node = node.withPlain(entry.getKey(), entry.getValue());
        }
        draft.add(node);
        return Step.DONE;
    }

    Step remove(int index, NodeId id) {
        Optional<Node> node = draft.environment().find(id);
        if (node.isEmpty()) {
            return new Step.Nothing("It was already removed.");
        }
        if (node.get().kind() == Kind.ENVIRONMENT) {
            return Step.wrong("The settings of an environment can't be removed. Delete the environment instead.");
        }
        if (isLastResponse(index, node.get())) {
            return new Step.Nothing(LAST_RESPONSE);
        }
        draft.remove(id);
        return Step.DONE;
    }

    Step move(int index, Edit.Move move) {
        Optional<Node> found = draft.environment().find(move.node());
        Optional<Node> parent = draft.environment().find(move.parent());
        if (found.isEmpty() || parent.isEmpty()) {
            return new Step.Nothing(
                    found.isEmpty() ? "It was removed." : "The place to move to was removed. Choose another one.");
        }
        Node node = found.get();
        if (node.kind() == Kind.ENVIRONMENT) {
            return Step.wrong("The settings of an environment can't be moved.");
        }
        if (draft.environment().isWithin(move.parent(), move.node())) {
            String message = "A folder can't be moved into itself. Choose another place.";
            return concurrent && !move.parent().equals(move.node()) ? new Step.Nothing(message) : Step.wrong(message);
        }
        boolean elsewhere = !move.parent().equals(node.parent());
        OrderKey order = move.order().orElseGet(() -> !elsewhere && isLast(node) ? node.order() : end(move, node));
        Optional<Step> misplaced = misplaced(node.kind(), node.slot(), parent.get(), order);
        if (misplaced.isPresent()) {
            return misplaced.get();
        }
        if (!elsewhere && order.equals(node.order())) {
            return new Step.Nothing("It is already there.");
        }
        if (elsewhere && isLastResponse(index, node)) {
            return new Step.Nothing(LAST_RESPONSE);
        }
        draft.move(node, move.parent(), order);
        return Step.DONE;
    }

    private @Nullable NodeId relieved(Edit edit) {
        return switch (edit) {
            case Edit.Add add -> add.kind() == Kind.RESPONSE ? add.parent() : null;
            case Edit.Move move ->
                draft.before()
                        .find(move.node())
                        .filter(node ->
                                node.kind() == Kind.RESPONSE && !move.parent().equals(node.parent()))
                        .map(_ -> move.parent())
                        .orElse(null);
            case Edit.Remove(NodeId id) -> id;
            case Edit.Set _, Edit.Splice _ -> null;
        };
    }

    private boolean isLastResponse(int index, Node node) {
        return node.kind() == Kind.RESPONSE
                && draft.environment()
                                .children(NodeValues.parentOf(node), Slot.RESPONSES)
                                .size()
                        == 1
                && !isRelieved(index, node);
    }

    private boolean isRelieved(int index, Node response) {
        for (NodeId at = response.parent();
                at != null;
                at = draft.environment().get(at).parent()) {
            if (reliefs.getOrDefault(at, -1) > index) {
                return true;
            }
        }
        return false;
    }

    private boolean isLast(Node node) {
        return draft.environment()
                .lastChild(NodeValues.parentOf(node), node.slot())
                .filter(node::equals)
                .isPresent();
    }

    private OrderKey end(Edit.Move move, Node node) {
        return end(move.parent(), node.slot());
    }

    private OrderKey end(NodeId parent, Slot slot) {
        return OrderKey.between(
                draft.environment().lastChild(parent, slot).map(Node::order).orElse(null), null);
    }

    private static Optional<Step> misplaced(Kind kind, Slot slot, Node parent, OrderKey order) {
        if (!slot.takes(kind) || !slot.standsUnder(parent.kind())) {
            String list = slot.listName().map(name -> " in the list " + name).orElse("");
            return Optional.of(Step.wrong("What is a %s can't stand%s below what is a %s. Choose another place."
                    .formatted(kind.wireName(), list, parent.kind().wireName())));
        }
        return order.value().length() > OrderKey.MAX_LENGTH
                ? Optional.of(new Step.Wrong(
                        "The order key would have %d characters; the limit is %d."
                                .formatted(order.value().length(), OrderKey.MAX_LENGTH),
                        Optional.of(
                                new Excess(OrderKey.MAX_LENGTH, order.value().length()))))
                : Optional.empty();
    }
}
