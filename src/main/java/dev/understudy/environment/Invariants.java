package dev.understudy.environment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What holds in every environment, whatever was imported or edited. A violation is a mistake of this
/// program, not of a user: import repairs or refuses, and edits are adjusted or rejected.
public final class Invariants {

    private final Environment environment;
    private final List<String> violations = new ArrayList<>();
    private final Set<String> bucketIds = new HashSet<>();
    private final Set<AssetPath> paths = new HashSet<>();

    private Invariants(Environment environment) {
        this.environment = environment;
        environment
                .children(environment.root().id(), Slot.BUCKETS)
                .forEach(bucket -> bucketIds.add(bucket.get(Schema.BUCKET_ID)));
    }

    /// One sentence for each violation; empty if all is well.
    public static List<String> violatedBy(Environment environment) {
        Invariants check = new Invariants(environment);
        check.limits();
        check.files();
        check.tree();
        environment.nodes().forEach(check::node);
        return List.copyOf(check.violations);
    }

    private void limits() {
        if (environment.size() > Limits.MAX_NODES) {
            violations.add("%,d nodes; the limit is %,d".formatted(environment.size(), Limits.MAX_NODES));
        }
        if (environment.bytes() > Limits.MAX_ENVIRONMENT_BYTES) {
            violations.add("%,d bytes; the limit is %,d".formatted(environment.bytes(), Limits.MAX_ENVIRONMENT_BYTES));
        }
    }

    private void files() {
        FileIndex files = FileIndex.of(environment);
        FileExcess.of(files.all().size(), files.bytes()).ifPresent(excess -> violations.add(excess.message()));
    }

    /// Walks down from the root: what is not met stands in a circle or in a list that its parent does not have.
    private void tree() {
        Map<NodeId, Integer> depths = new HashMap<>();
        Deque<Node> open = new ArrayDeque<>(List.of(environment.root()));
        depths.put(environment.root().id(), 0);
        while (!open.isEmpty()) {
            Node node = open.pop();
            int depth = depths.getOrDefault(node.id(), 0);
            for (Slot slot : Slot.slotsOf(node.kind())) {
                for (Node child : environment.children(node.id(), slot)) {
                    depths.put(child.id(), depth + (child.kind() == Kind.FOLDER ? 1 : 0));
                    open.push(child);
                }
            }
            if (depth > Limits.MAX_FOLDER_DEPTH) {
                violations.add(
                        "%s is in %d folders; the limit is %d".formatted(name(node), depth, Limits.MAX_FOLDER_DEPTH));
            }
        }
        environment.nodes().stream()
                .filter(node -> !depths.containsKey(node.id()))
                .forEach(node -> violations.add(name(node) + " cannot be reached from the root"));
    }

    private void node(Node node) {
        if (!node.slot().takes(node.kind())) {
            violations.add(name(node) + " stands in the list " + node.slot());
        }
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            field.refusal(node.plain(field))
                    .ifPresent(reason -> violations.add(field + " of " + name(node) + " " + reason));
        }
        node.extras()
                .forEach((key, json) -> Texts.flaw(key + json)
                        .ifPresent(flaw -> violations.add("An unknown property of " + name(node) + " " + flaw)));
        switch (node.kind()) {
            case ROUTE -> responses(node);
            case RESPONSE -> reference(node, Schema.RESPONSE_BUCKET, isBucket(node.get(Schema.RESPONSE_BUCKET)));
            case CALLBACK -> reference(node, Schema.CALLBACK_BUCKET, isBucket(node.get(Schema.CALLBACK_BUCKET)));
            case INVOCATION ->
                reference(node, Schema.INVOCATION_CALLBACK, isCallback(node.get(Schema.INVOCATION_CALLBACK)));
            case FILE -> path(node);
            case ENVIRONMENT, FOLDER, HEADER, RULE, BUCKET -> {}
        }
    }

    private void responses(Node route) {
        Collection<Node> responses = environment.children(route.id(), Slot.RESPONSES);
        long defaults = responses.stream()
                .filter(response -> response.get(Schema.RESPONSE_DEFAULT))
                .count();
        if (defaults != 1) {
            violations.add(
                    "%s has %d responses and %d default ones".formatted(name(route), responses.size(), defaults));
        }
    }

    private void path(Node file) {
        if (!paths.add(file.get(Schema.FILE_PATH))) {
            violations.add("Two files have the path " + file.get(Schema.FILE_PATH));
        }
    }

    private void reference(Node node, Field<String> field, boolean resolves) {
        if (!resolves) {
            violations.add("%s of %s points to nothing: %s".formatted(field, name(node), node.get(field)));
        }
    }

    private boolean isBucket(String id) {
        return id.isEmpty() || bucketIds.contains(id);
    }

    private boolean isCallback(String id) {
        return id.isEmpty()
                || NodeId.parse(id)
                        .flatMap(environment::find)
                        .filter(node -> node.kind() == Kind.CALLBACK)
                        .isPresent();
    }

    private static String name(Node node) {
        return node.kind().wireName() + " " + node.id();
    }
}
