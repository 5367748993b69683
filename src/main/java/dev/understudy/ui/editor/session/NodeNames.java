package dev.understudy.ui.editor.session;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.StatusReasons;
import java.util.Locale;
import java.util.Optional;

/// What people call a node. Pure.
public final class NodeNames {

    private NodeNames() {}

    /// The method of a route as its badge has it: `get`, …, or the type for routes that answer to more than one.
    public static String method(Node route) {
        return switch (route.get(Schema.ROUTE_TYPE)) {
            case HTTP -> route.get(Schema.ROUTE_METHOD).wireName();
            case CRUD, WS -> route.get(Schema.ROUTE_TYPE).wireName();
        };
    }

    /// The short name of a folder, route or response: "Orders", "GET orders/:id", "404 Unknown order".
    public static String name(Node node) {
        return switch (node.kind()) {
            case ENVIRONMENT -> node.get(Schema.ENVIRONMENT_NAME);
            case FOLDER -> node.get(Schema.FOLDER_NAME);
            case ROUTE -> (method(node).toUpperCase(Locale.ROOT) + " " + path(node)).strip();
            case RESPONSE -> (node.get(Schema.RESPONSE_STATUS) + " " + node.get(Schema.RESPONSE_LABEL)).strip();
            case HEADER -> node.get(Schema.HEADER_KEY);
            case RULE -> RuleWords.sentence(node);
            case INVOCATION -> node.kind().wireName();
            case BUCKET -> node.get(Schema.BUCKET_NAME);
            case CALLBACK -> node.get(Schema.CALLBACK_NAME);
            case FILE -> node.get(Schema.FILE_PATH).text();
        };
    }

    /// The name with that of what it belongs to: "GET orders/:id · 404 Unknown order".
    public static String fullName(Environment environment, Node node) {
        Optional<Node> form = formOf(environment, node.id());
        return form.isEmpty() || form.get().equals(node) ? name(node) : name(form.get()) + " · " + name(node);
    }

    /// What tells an element of a list from others with its name: the id of a data bucket, the method of a callback.
    public static String detail(Node node) {
        return switch (node.kind()) {
            case BUCKET -> node.get(Schema.BUCKET_ID);
            case CALLBACK -> node.get(Schema.CALLBACK_METHOD).verb();
            case ENVIRONMENT, FOLDER, ROUTE, RESPONSE, HEADER, RULE, INVOCATION, FILE -> "";
        };
    }

    /// The path of a route, or a slash for the empty one.
    public static String path(Node route) {
        String path = route.get(Schema.ROUTE_ENDPOINT);
        return path.isEmpty() ? "/" : path;
    }

    /// A path that the pattern of a route takes: with `1` for each parameter and `anything` for a wildcard.
    public static String samplePath(String pattern) {
        return pattern.replaceAll(":[A-Za-z0-9_]+(\\([^)]*\\))?\\??", "1").replace("*", "anything");
    }

    /// What a response is called beside its status: its label, or the reason phrase.
    public static String label(Node response) {
        String label = response.get(Schema.RESPONSE_LABEL);
        return label.isBlank()
                ? StatusReasons.of(response.get(Schema.RESPONSE_STATUS)).orElse("")
                : label;
    }

    /// What is above a node and is of the kind, the node itself included.
    public static Optional<Node> above(Environment environment, NodeId id, Kind kind) {
        Optional<Node> at = environment.find(id);
        while (at.isPresent() && at.get().kind() != kind) {
            at = Optional.ofNullable(at.get().parent()).flatMap(environment::find);
        }
        return at;
    }

    /// The node whose form a node stands in: its route, folder, data bucket or callback, or else the environment.
    public static Optional<Node> formOf(Environment environment, NodeId id) {
        Optional<Node> at = environment.find(id);
        while (at.isPresent() && !hasForm(at.get().kind())) {
            at = Optional.ofNullable(at.get().parent()).flatMap(environment::find);
        }
        return at;
    }

    private static boolean hasForm(Kind kind) {
        return switch (kind) {
            case ENVIRONMENT, FOLDER, ROUTE, BUCKET, CALLBACK, FILE -> true;
            case RESPONSE, HEADER, RULE, INVOCATION -> false;
        };
    }

    /// What nodes of a kind are called: "data bucket".
    public static String kind(Kind kind) {
        return switch (kind) {
            case BUCKET -> "data bucket";
            case INVOCATION -> "callback of this response";
            case ENVIRONMENT, FOLDER, ROUTE, RESPONSE, HEADER, RULE, CALLBACK, FILE -> kind.wireName();
        };
    }

    /// Whether the route or folder itself is switched on, whatever is above it.
    public static boolean enabled(Node node) {
        return switch (node.kind()) {
            case FOLDER -> node.get(Schema.FOLDER_ENABLED);
            case ROUTE -> node.get(Schema.ROUTE_ENABLED);
            case ENVIRONMENT, RESPONSE, HEADER, RULE, INVOCATION, BUCKET, CALLBACK, FILE -> true;
        };
    }
}
