package dev.understudy.collab;

import dev.understudy.edit.Edit;
import dev.understudy.edit.Effect;
import dev.understudy.environment.Environment;
import dev.understudy.environment.HttpMethod;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Says in a few words what a change did: "Label of GET orders/:id", "added a response to POST login", "brought back
/// data bucket Guests". What comes with something that is added is not counted.
final class ChangeSummary {

    private static final int MAX_LENGTH = 120;

    private final Environment before;
    private final Environment after;
    private final Predicate<NodeId> removed;

    private ChangeSummary(Environment before, Environment after, Predicate<NodeId> removed) {
        this.before = before;
        this.after = after;
        this.removed = removed;
    }

    /// @param removed which nodes were there once and had gone before this change
    static String of(List<Effect> effects, Environment before, Environment after, Predicate<NodeId> removed) {
        ChangeSummary words = new ChangeSummary(before, after, removed);
        List<Edit> told =
                words.withoutWhatComesAlong(effects.stream().map(Effect::edit).toList());
        String first =
                words.of(told.stream().filter(words::bringsBack).findFirst().orElseGet(told::getFirst));
        long others = told.stream().map(words::of).distinct().count() - 1;
        String all = others == 0 ? first : "%s and %,d more".formatted(first, others);
        return all.length() <= MAX_LENGTH ? all : all.substring(0, MAX_LENGTH - 1) + "…";
    }

    /// Where something comes back, what it comes with and who refers to it again go without saying.
    private List<Edit> withoutWhatComesAlong(List<Edit> edits) {
        Set<NodeId> added = edits.stream()
                .filter(Edit.Add.class::isInstance)
                .map(Edit::node)
                .collect(Collectors.toSet());
        boolean restoring = edits.stream().anyMatch(this::bringsBack);
        return edits.stream()
                .filter(edit -> edit instanceof Edit.Add add
                        ? !added.contains(add.parent())
                        : !restoring && !added.contains(edit.node()))
                .toList();
    }

    private boolean bringsBack(Edit edit) {
        return edit instanceof Edit.Add add && removed.test(add.node());
    }

    private String of(Edit edit) {
        return switch (edit) {
            case Edit.Add add -> (bringsBack(add) ? "brought back " : "added ") + described(add.node());
            case Edit.Remove(NodeId node) -> "removed " + described(node);
            case Edit.Move move -> "moved " + described(move.node());
            case Edit.Set(NodeId node, String field, Object _) -> ofField(node, field);
            case Edit.Splice(NodeId node, String field, var _) -> ofField(node, field);
        };
    }

    private String ofField(NodeId id, String field) {
        Optional<Node> node = find(id);
        String label = node.flatMap(found -> Schema.field(found.kind(), field))
                .map(found -> found.label())
                .orElse(field);
        return node.filter(found -> found.kind() != Kind.ENVIRONMENT)
                .map(found -> label + " of " + owner(found))
                .orElse(label);
    }

    private String described(NodeId id) {
        return find(id).map(this::described).orElse("something");
    }

    private String described(Node node) {
        return switch (node.kind()) {
            case ROUTE -> routeLabel(node);
            case FOLDER -> "folder " + node.get(Schema.FOLDER_NAME);
            case RESPONSE -> "a response of " + owner(node);
            case HEADER, RULE, INVOCATION -> "a " + node.kind().wireName() + " of " + owner(node);
            case BUCKET -> "data bucket " + node.get(Schema.BUCKET_NAME);
            case CALLBACK -> "callback " + node.get(Schema.CALLBACK_NAME);
            case FILE -> "file " + node.get(Schema.FILE_PATH);
            case ENVIRONMENT -> "the environment";
        };
    }

    /// The route, folder or whatever else people know it by.
    private String owner(Node node) {
        Node at = node;
        while (at.kind() == Kind.RESPONSE
                || at.kind() == Kind.HEADER
                || at.kind() == Kind.RULE
                || at.kind() == Kind.INVOCATION) {
            Optional<Node> parent = Optional.ofNullable(at.parent()).flatMap(this::find);
            if (parent.isEmpty()) {
                return "something";
            }
            at = parent.get();
        }
        return described(at);
    }

    private Optional<Node> find(NodeId id) {
        return after.find(id).or(() -> before.find(id));
    }

    private static String routeLabel(Node route) {
        HttpMethod method = route.get(Schema.ROUTE_METHOD);
        String verb = method == HttpMethod.NONE ? route.get(Schema.ROUTE_TYPE).name() : method.verb();
        String path = route.get(Schema.ROUTE_ENDPOINT);
        return verb + " " + (path.startsWith("/") ? path : "/" + path);
    }
}
