package dev.understudy.mock.compile;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.RuleTarget;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.mock.bucket.BucketText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What routes refer to outside themselves: data buckets and callbacks.
final class RouteReferences {

    private final Environment environment;
    private final Map<String, Node> buckets = new HashMap<>();

    RouteReferences(Environment environment) {
        this.environment = environment;
        environment
                .children(environment.root().id(), Slot.BUCKETS)
                .forEach(bucket -> buckets.putIfAbsent(bucket.get(Schema.BUCKET_ID), bucket));
    }

    /// The bucket with exactly this id.
    Optional<Node> bucket(String id) {
        return Optional.ofNullable(buckets.get(id));
    }

    /// A node with all below it, and what these refer to. Of buckets it is their text that counts, and only where new
    /// items take their ids from it.
    List<Node> withReferred(Node route) {
        List<Node> own = environment.subtree(route.id());
        Set<Node> referred = new LinkedHashSet<>();
        boolean crud = route.get(Schema.ROUTE_TYPE) == RouteType.CRUD;
        for (Node node : own) {
            if (node.kind() == Kind.INVOCATION) {
                callback(node).ifPresent(callback -> referred.addAll(environment.subtree(callback.id())));
            } else if (node.kind() == Kind.RESPONSE) {
                bucket(node.get(Schema.RESPONSE_BUCKET)).filter(_ -> crud).ifPresent(referred::add);
            }
        }
        if (referred.isEmpty()) {
            return own;
        }
        List<Node> all = new ArrayList<>(own);
        all.addAll(referred);
        return all;
    }

    Optional<Node> callback(Node invocation) {
        return NodeId.parse(invocation.get(Schema.INVOCATION_CALLBACK))
                .flatMap(environment::find)
                .filter(callback -> callback.kind() == Kind.CALLBACK);
    }

    /// The names and ids by which a response and its callbacks refer to buckets.
    Set<String> buckets(Node response) {
        Set<String> found = new LinkedHashSet<>();
        ofHeaders(response, found);
        found.addAll(BucketText.references(response.get(Schema.RESPONSE_BODY)));
        found.addAll(BucketText.references(response.get(Schema.RESPONSE_FILE)));
        for (Node invocation : environment.children(response.id(), Slot.INVOCATIONS)) {
            callback(invocation).ifPresent(callback -> ofCallback(callback, found));
        }
        for (Node rule : environment.children(response.id(), Slot.RULES)) {
            if (rule.get(Schema.RULE_TARGET) == RuleTarget.DATA_BUCKET) {
                found.add(bucketOf(rule.get(Schema.RULE_MODIFIER)));
                found.addAll(BucketText.references(rule.get(Schema.RULE_VALUE)));
            }
        }
        if (!response.get(Schema.RESPONSE_BUCKET).isEmpty()) {
            found.add(response.get(Schema.RESPONSE_BUCKET));
        }
        return found;
    }

    private void ofCallback(Node callback, Set<String> found) {
        found.addAll(BucketText.references(callback.get(Schema.CALLBACK_URI)));
        found.addAll(BucketText.references(callback.get(Schema.CALLBACK_BODY)));
        found.addAll(BucketText.references(callback.get(Schema.CALLBACK_FILE)));
        ofHeaders(callback, found);
        if (!callback.get(Schema.CALLBACK_BUCKET).isEmpty()) {
            found.add(callback.get(Schema.CALLBACK_BUCKET));
        }
    }

    private void ofHeaders(Node owner, Set<String> found) {
        environment
                .children(owner.id(), Slot.HEADERS)
                .forEach(header -> found.addAll(BucketText.references(header.get(Schema.HEADER_VALUE))));
    }

    /// The bucket that a path starts with, behind the `$` of a JSONPath.
    private static String bucketOf(String path) {
        String[] steps = path.split("\\.", -1);
        return steps[0].startsWith("$") && steps.length > 1 ? steps[1] : steps[0];
    }
}
