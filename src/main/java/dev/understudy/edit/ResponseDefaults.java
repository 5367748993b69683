package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Lets every route have responses and exactly one default among them after a change.
final class ResponseDefaults {

    private final Draft draft;

    /// Response → position of the last effect that says something about its being the default.
    private final Map<NodeId, Integer> choices = new HashMap<>();

    private ResponseDefaults(Draft draft) {
        this.draft = draft;
    }

    static void settle(Draft draft) {
        List<Edit> edits = draft.effects().stream().map(Effect::edit).toList();
        ResponseDefaults defaults = new ResponseDefaults(draft);
        for (int index = 0; index < edits.size(); index++) {
            Edit edit = edits.get(index);
            if (edit instanceof Edit.Add
                    || (edit instanceof Edit.Set set && set.field().equals(Schema.RESPONSE_DEFAULT.key()))) {
                defaults.choices.put(edit.node(), index);
            }
        }
        defaults.touchedRoutes(edits).forEach(defaults::settle);
    }

    private Set<NodeId> touchedRoutes(List<Edit> edits) {
        Set<NodeId> routes = new LinkedHashSet<>();
        for (Edit edit : edits) {
            for (Environment environment : List.of(draft.before(), draft.environment())) {
                environment.find(edit.node()).ifPresent(node -> {
                    if (node.kind() == Kind.ROUTE) {
                        routes.add(node.id());
                    } else if (node.kind() == Kind.RESPONSE) {
                        routes.add(NodeValues.parentOf(node));
                    }
                });
            }
        }
        routes.removeIf(route -> !draft.environment().contains(route));
        return routes;
    }

    private void settle(NodeId route) {
        List<Node> responses = List.copyOf(draft.environment().children(route, Slot.RESPONSES));
        if (responses.isEmpty()) {
            addResponse(route);
            return;
        }
        Node chosen = chosen(responses);
        for (Node response : responses) {
            boolean wanted = response.id().equals(chosen.id());
            if (response.get(Schema.RESPONSE_DEFAULT) != wanted) {
                draft.set(response, Schema.RESPONSE_DEFAULT, wanted);
            }
        }
        if (!chosen.get(Schema.RESPONSE_DEFAULT) && choices.containsKey(chosen.id()) && wasDefault(chosen)) {
            draft.adjusted(chosen.id(), "One response is always the default. Make another one the default instead.");
        }
    }

    private void addResponse(NodeId route) {
        if (draft.before().contains(route)) {
            draft.adjusted(route, "The route had no response left and got a new one.");
        }
        draft.add(Node.of(freshResponseId(route), Kind.RESPONSE, route, Slot.RESPONSES, OrderKey.FIRST)
                .with(Schema.RESPONSE_DEFAULT, true));
    }

    /// The claimant that this change chose last; else the one that was it; else the first claimant, or without
    /// claimants the first response.
    private Node chosen(List<Node> responses) {
        List<Node> claimants = responses.stream()
                .filter(response -> response.get(Schema.RESPONSE_DEFAULT))
                .toList();
        if (claimants.isEmpty()) {
            return responses.stream().filter(this::wasDefault).findFirst().orElseGet(responses::getFirst);
        }
        Node chosen = claimants.stream().filter(this::wasDefault).findFirst().orElseGet(claimants::getFirst);
        for (Node claimant : claimants) {
            if (choiceOf(claimant) > choiceOf(chosen)) {
                chosen = claimant;
            }
        }
        return chosen;
    }

    private int choiceOf(Node response) {
        return choices.getOrDefault(response.id(), -1);
    }

    private boolean wasDefault(Node response) {
        return draft.before()
                .find(response.id())
                .filter(old -> old.get(Schema.RESPONSE_DEFAULT) && old.parent() != null)
                .filter(old -> NodeValues.parentOf(old).equals(NodeValues.parentOf(response)))
                .isPresent();
    }

    /// Made of the route's id, so that no chance is needed and every server comes to the same; the count only
    /// matters where somebody took the id for another node.
    private NodeId freshResponseId(NodeId route) {
        for (int count = 0; ; count++) {
            byte[] name = "response %d of %s".formatted(count, route).getBytes(StandardCharsets.UTF_8);
            NodeId id = new NodeId(UUID.nameUUIDFromBytes(name).toString());
            if (!draft.isTaken(id)) {
                return id;
            }
        }
    }
}
