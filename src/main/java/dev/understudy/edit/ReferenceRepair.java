package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.FieldType;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lets every reference point to something after a change: to where its target went, or to nothing at all.
final class ReferenceRepair {

    private record Target(Kind kind, String id) {}

    private final Draft draft;
    private final Set<Target> before;
    private final Set<Target> after;

    private ReferenceRepair(Draft draft) {
        this.draft = draft;
        this.before = targets(draft.before());
        this.after = targets(draft.environment());
    }

    static void settle(Draft draft) {
        List<Edit> edits = draft.effects().stream().map(Effect::edit).toList();
        List<Node> changedTargets = edits.stream()
                .filter(edit -> edit instanceof Edit.Set || edit instanceof Edit.Splice || edit instanceof Edit.Remove)
                .flatMap(edit -> draft.before().find(edit.node()).stream())
                .filter(node -> node.kind() == Kind.BUCKET || node.kind() == Kind.CALLBACK)
                .toList();
        List<Node> referring = edits.stream()
                .filter(ReferenceRepair::canRefer)
                .flatMap(edit -> draft.environment().find(edit.node()).stream())
                .distinct()
                .toList();
        if (changedTargets.isEmpty() && referring.isEmpty()) {
            return;
        }
        ReferenceRepair references = new ReferenceRepair(draft);
        if (!references.before.equals(references.after)) {
            references.followAll(references.renamed(changedTargets));
        }
        referring.forEach(node -> draft.environment().find(node.id()).ifPresent(references::clearDangling));
    }

    private Map<Target, String> renamed(List<Node> targets) {
        Map<Target, String> renamed = new HashMap<>();
        for (Node old : targets) {
            draft.environment().find(old.id()).ifPresent(now -> renamed.put(targetOf(old), targetOf(now).id));
        }
        return renamed;
    }

    private void followAll(Map<Target, String> renamed) {
        for (Node node : List.copyOf(draft.environment().nodes())) {
            field(node).ifPresent(field -> {
                Target old = target(field, node);
                if (before.contains(old) && !after.contains(old)) {
                    follow(node, field, renamed.getOrDefault(old, ""));
                }
            });
        }
    }

    private void follow(Node node, Field<String> field, String newTarget) {
        if (node.kind() == Kind.INVOCATION) {
            draft.remove(node.id());
        } else {
            draft.set(node, field, newTarget);
        }
    }

    private void clearDangling(Node node) {
        field(node).filter(field -> isDangling(target(field, node))).ifPresent(field -> {
            draft.adjusted(
                    node.id(),
                    "There is no %s %s, so the field was left empty."
                            .formatted(field.label().toLowerCase(Locale.ROOT), Excerpt.of(node.get(field))));
            draft.set(node, field, "");
        });
    }

    private boolean isDangling(Target target) {
        return !target.id.isEmpty() && !after.contains(target);
    }

    private static boolean canRefer(Edit edit) {
        return edit instanceof Edit.Add
                || (edit instanceof Edit.Set set
                        && (set.field().equals(Schema.RESPONSE_BUCKET.key())
                                || set.field().equals(Schema.INVOCATION_CALLBACK.key())));
    }

    private static Optional<Field<String>> field(Node node) {
        return switch (node.kind()) {
            case RESPONSE -> Optional.of(Schema.RESPONSE_BUCKET);
            case CALLBACK -> Optional.of(Schema.CALLBACK_BUCKET);
            case INVOCATION -> Optional.of(Schema.INVOCATION_CALLBACK);
            case ENVIRONMENT, FOLDER, ROUTE, HEADER, RULE, BUCKET, FILE -> Optional.empty();
        };
    }

    private static Target target(Field<String> field, Node node) {
        Kind kind = field.type() instanceof FieldType.Reference(Kind target) ? target : node.kind();
        return new Target(kind, node.get(field));
    }

    private static Target targetOf(Node node) {
        return new Target(
                node.kind(),
                node.kind() == Kind.BUCKET
                        ? node.get(Schema.BUCKET_ID)
                        : node.id().value());
    }

    private static Set<Target> targets(Environment environment) {
        NodeId root = environment.root().id();
        Set<Target> targets = new HashSet<>();
        for (Slot slot : List.of(Slot.BUCKETS, Slot.CALLBACKS)) {
            environment.children(root, slot).forEach(node -> targets.add(targetOf(node)));
        }
        targets.removeIf(target -> target.id.isEmpty());
        return targets;
    }
}
