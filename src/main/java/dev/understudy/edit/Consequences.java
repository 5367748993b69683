package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.FieldType;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What else must change so that the invariants hold after a change: a route has responses and one default,
/// and references point to something. Each consequence is an effect of the same change.
final class Consequences {

    private final Draft draft;
    private final List<String> clearedReferences = new ArrayList<>();

    Consequences(Draft draft) {
        this.draft = draft;
    }

    /// Sentences about references that the change itself set to nothing that exists.
    List<String> clearedReferences() {
        return clearedReferences;
    }

    void follow() {
        List<Edit> edits = draft.effects().stream().map(Effect::edit).toList();
        followTargets(edits);
        for (Edit edit : edits) {
            draft.environment().find(edit.node()).ifPresent(this::clearDangling);
        }
        touchedRoutes(edits).forEach(route -> settleResponses(route, edits));
    }

    /// References follow a bucket that got another id; those to removed buckets are cleared; invocations of
    /// removed callbacks go with them.
    private void followTargets(List<Edit> edits) {
        Map<String, String> renamed = new HashMap<>();
        boolean removed = false;
        for (Edit edit : edits) {
            if (edit instanceof Edit.Set(NodeId id, String key, Object value)
                    && key.equals(Schema.BUCKET_ID.key())
                    && draft.before()
                            .find(id)
                            .filter(node -> node.kind() == Kind.BUCKET)
                            .isPresent()) {
                renamed.put(draft.before().get(id).get(Schema.BUCKET_ID), (String) value);
            }
            removed |= edit instanceof Edit.Remove(NodeId id)
                    && draft.before().find(id).filter(Consequences::isTarget).isPresent();
        }
        if (removed || !renamed.isEmpty()) {
            for (Node node : List.copyOf(draft.environment().nodes())) {
                reference(node).ifPresent(field -> follow(node, field, renamed));
            }
        }
    }

    private void follow(Node node, Field<String> field, Map<String, String> renamed) {
        String target = node.get(field);
        if (exists(draft.environment(), field, target) || !exists(draft.before(), field, target)) {
            return;
        }
        String newTarget = renamed.getOrDefault(target, "");
        if (exists(draft.environment(), field, newTarget) && !newTarget.isEmpty()) {
            draft.setField(node, field, newTarget);
        } else if (node.kind() == Kind.INVOCATION) {
            draft.take(new Edit.Remove(node.id()));
        } else {
            draft.setField(node, field, "");
        }
    }

    private void clearDangling(Node node) {
        reference(node)
                .filter(field -> !exists(draft.environment(), field, node.get(field)))
                .ifPresent(field -> {
                    clearedReferences.add("There is no %s \"%s\"; the field was left empty."
                            .formatted(field.label().toLowerCase(java.util.Locale.ROOT), node.get(field)));
                    draft.setField(node, field, "");
                });
    }

    private Set<NodeId> touchedRoutes(List<Edit> edits) {
        Set<NodeId> routes = new LinkedHashSet<>();
        for (Edit edit : edits) {
            for (Environment environment : List.of(draft.before(), draft.environment())) {
                environment.find(edit.node()).ifPresent(node -> {
                    if (node.kind() == Kind.ROUTE) {
                        routes.add(node.id());
                    } else if (node.kind() == Kind.RESPONSE && node.parent() != null) {
                        routes.add(node.parent());
                    }
                });
            }
        }
        routes.removeIf(route -> !draft.environment().contains(route));
        return routes;
    }

    private void settleResponses(NodeId route, List<Edit> edits) {
        List<Node> responses = List.copyOf(draft.environment().children(route, Slot.RESPONSES));
        if (responses.isEmpty()) {
            draft.take(new Edit.Add(
                    responseIdFor(route),
                    Kind.RESPONSE,
                    route,
                    Slot.RESPONSES,
                    Optional.empty(),
                    Map.of(Schema.RESPONSE_DEFAULT, true),
                    Map.of()));
            return;
        }
        Node chosen = chosenDefault(responses, edits);
        for (Node response : responses) {
            boolean wanted = response.id().equals(chosen.id());
            if (response.get(Schema.RESPONSE_DEFAULT) != wanted) {
                draft.setField(response, Schema.RESPONSE_DEFAULT, wanted);
            }
        }
    }

    /// The default that this change chose last, else the first that claims to be it, else the first.
    private static Node chosenDefault(List<Node> responses, List<Edit> edits) {
        List<Node> claiming = responses.stream()
                .filter(response -> response.get(Schema.RESPONSE_DEFAULT))
                .toList();
        for (Edit edit : edits.reversed()) {
            boolean chooses = edit instanceof Edit.Add
                    || (edit instanceof Edit.Set set && set.field().equals(Schema.RESPONSE_DEFAULT.key()));
            for (Node response : claiming) {
                if (chooses && response.id().equals(edit.node())) {
                    return response;
                }
            }
        }
        return claiming.isEmpty() ? responses.getFirst() : claiming.getFirst();
    }

    /// The same on every server that replays the change, so that no chance is needed here.
    private static NodeId responseIdFor(NodeId route) {
        byte[] name = ("response of " + route).getBytes(StandardCharsets.UTF_8);
        return new NodeId(UUID.nameUUIDFromBytes(name).toString());
    }

    private static Optional<Field<String>> reference(Node node) {
        return switch (node.kind()) {
            case RESPONSE -> Optional.of(Schema.RESPONSE_BUCKET);
            case CALLBACK -> Optional.of(Schema.CALLBACK_BUCKET);
            case INVOCATION -> Optional.of(Schema.INVOCATION_CALLBACK);
            case ENVIRONMENT, FOLDER, ROUTE, HEADER, RULE, BUCKET -> Optional.empty();
        };
    }

    private static boolean isTarget(Node node) {
        return node.kind() == Kind.BUCKET || node.kind() == Kind.CALLBACK;
    }

    private static boolean exists(Environment environment, Field<String> field, String target) {
        if (target.isEmpty()) {
            return true;
        }
        boolean callback = field.type() instanceof FieldType.Reference(Kind kind) && kind == Kind.CALLBACK;
        return callback
                ? NodeId.parse(target)
                        .flatMap(environment::find)
                        .filter(node -> node.kind() == Kind.CALLBACK)
                        .isPresent()
                : environment.children(environment.root().id(), Slot.BUCKETS).stream()
                        .anyMatch(bucket -> bucket.get(Schema.BUCKET_ID).equals(target));
    }
}
