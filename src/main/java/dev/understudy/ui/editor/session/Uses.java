package dev.understudy.ui.editor.session;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where data buckets and callbacks are used. Pure.
public final class Uses {

    private static final Pattern NAMED =
            Pattern.compile("\\b(?:data|dataRaw|setData\\s++['\"]\\w*+['\"])\\s++['\"]([^'\"]*+)");

    private Uses() {}

    /// The responses and callbacks whose body a data bucket is.
    public static List<Node> ofBucket(Environment environment, Node bucket) {
        String id = bucket.get(Schema.BUCKET_ID);
        return environment.nodes().stream()
                .filter(node -> ofBucket(node, id))
                .sorted(byName(environment))
                .toList();
    }

    /// The nodes whose body a data bucket is, or whose texts name it.
    static List<Node> everywhere(Environment environment, Node bucket) {
        return environment.nodes().stream()
                .filter(node -> !node.equals(bucket))
                .filter(node -> ofBucket(node, bucket.get(Schema.BUCKET_ID)) || names(node, bucket))
                .toList();
    }

    private static boolean ofBucket(Node node, String id) {
        return !id.isEmpty() && isBody(node, id);
    }

    /// Texts name a bucket by its id, or by a part of its name.
    private static boolean names(Node node, Node bucket) {
        String name = bucket.get(Schema.BUCKET_NAME).toLowerCase(Locale.ROOT);
        return Schema.fieldsOf(node.kind()).stream()
                .map(node::get)
                .filter(value -> value instanceof String text && text.contains("{{") && text.contains("ata"))
                .flatMap(text -> NAMED.matcher((String) text).results())
                .map(found -> found.group(1))
                .anyMatch(word -> word.equals(bucket.get(Schema.BUCKET_ID))
                        || (!word.isEmpty() && name.contains(word.toLowerCase(Locale.ROOT))));
    }

    /// The responses that send a callback.
    public static List<Node> ofCallback(Environment environment, NodeId callback) {
        return environment.nodes().stream()
                .filter(node -> sends(node, callback))
                .flatMap(invocation -> environment.find(parentOf(invocation)).stream())
                .distinct()
                .sorted(byName(environment))
                .toList();
    }

    private static boolean isBody(Node node, String bucket) {
        return switch (node.kind()) {
            case RESPONSE ->
                node.get(Schema.RESPONSE_BUCKET).equals(bucket)
                        && node.get(Schema.RESPONSE_BODY_TYPE) == BodyKind.DATABUCKET;
            case CALLBACK ->
                node.get(Schema.CALLBACK_BUCKET).equals(bucket)
                        && node.get(Schema.CALLBACK_BODY_TYPE) == BodyKind.DATABUCKET;
            case ENVIRONMENT, FOLDER, ROUTE, HEADER, RULE, INVOCATION, BUCKET, FILE -> false;
        };
    }

    private static boolean sends(Node node, NodeId callback) {
        return switch (node.kind()) {
            case INVOCATION -> node.get(Schema.INVOCATION_CALLBACK).equals(callback.value());
            case ENVIRONMENT, FOLDER, ROUTE, RESPONSE, HEADER, RULE, BUCKET, CALLBACK, FILE -> false;
        };
    }

    private static NodeId parentOf(Node node) {
        NodeId parent = node.parent();
        return parent == null ? node.id() : parent;
    }

    private static Comparator<Node> byName(Environment environment) {
        return Comparator.comparing((Node node) -> NodeNames.fullName(environment, node))
                .thenComparing(Node::id);
    }
}
