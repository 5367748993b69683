package dev.understudy.ui.editor.desk;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import java.util.Comparator;
import java.util.List;

/// Where data buckets and callbacks are used by name of a field; what templates say of them is not looked at. Pure.
public final class Uses {

    private Uses() {}

    /// The responses and callbacks whose body a data bucket is.
    public static List<Node> ofBucket(Environment environment, Node bucket) {
        String id = bucket.get(Schema.BUCKET_ID);
        return environment.nodes().stream()
                .filter(node -> !id.isEmpty() && isBody(node, id))
                .sorted(byName(environment))
                .toList();
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
                        && node.get(Schema.RESPONSE_BODY_TYPE).equals("DATABUCKET");
            case CALLBACK ->
                node.get(Schema.CALLBACK_BUCKET).equals(bucket)
                        && node.get(Schema.CALLBACK_BODY_TYPE).equals("DATABUCKET");
            case ENVIRONMENT, FOLDER, ROUTE, HEADER, RULE, INVOCATION, BUCKET -> false;
        };
    }

    private static boolean sends(Node node, NodeId callback) {
        return switch (node.kind()) {
            case INVOCATION -> node.get(Schema.INVOCATION_CALLBACK).equals(callback.value());
            case ENVIRONMENT, FOLDER, ROUTE, RESPONSE, HEADER, RULE, BUCKET, CALLBACK -> false;
        };
    }

    private static NodeId parentOf(Node node) {
        NodeId parent = node.parent();
        return parent == null ? node.id() : parent;
    }

    private static Comparator<Node> byName(Environment environment) {
        return Comparator.comparing((Node node) -> Words.fullName(environment, node))
                .thenComparing(Node::id);
    }
}
