package dev.understudy.ui.editor.session;

import dev.understudy.edit.Edit;
import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.HttpMethod;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.environment.Starter;
import dev.understudy.traffic.HeaderLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What nodes that people add are made of: the edits that add one with what belongs to it, under fresh ids.
final class NewNodes {

    private static final String CONTENT_TYPE = "Content-Type";

    /// @param node the one that was asked for; what it needs is among the edits, too
    record New(NodeId node, List<Edit> edits) {}

    private final Environment environment;
    private final RandomGenerator chance;

    /// @param environment of which it becomes a part
    NewNodes(Environment environment, RandomGenerator chance) {
        this.environment = environment;
        this.chance = chance;
    }

    /// With one response, at the end of the folder or environment.
    New route(NodeId parent) {
        return route(parent, Map.of(), Map.of());
    }

    /// For a method that there is, else for all of them.
    New route(NodeId parent, String method, String endpoint, Optional<Recorded> answer) {
        HttpMethod taken = Arrays.stream(HttpMethod.values())
                .filter(known -> known != HttpMethod.NONE && known.name().equalsIgnoreCase(method))
                .findFirst()
                .orElse(HttpMethod.ALL);
        Map<Field<?>, Object> response = answer.map(NewNodes::fields).orElse(Map.of());
        return route(
                parent,
                Map.of(Schema.ROUTE_METHOD, taken.wireName(), Schema.ROUTE_ENDPOINT, endpoint),
                response,
                answer.map(Recorded::contentType).orElse(Starter.TYPE),
                answer.map(Recorded::headers).orElse(List.of()));
    }

    /// Reads and changes a data bucket: the first one, or a new one if there is none.
    New crudRoute(NodeId parent) {
        Optional<String> present = list(Slot.BUCKETS).stream()
                .map(bucket -> bucket.get(Schema.BUCKET_ID))
                .filter(id -> !id.isEmpty())
                .findFirst();
        String bucket = present.orElseGet(() -> shortId(Slot.BUCKETS));
        New route = route(
                parent,
                Map.of(Schema.ROUTE_TYPE, RouteType.CRUD.wireName(), Schema.ROUTE_METHOD, HttpMethod.NONE.wireName()),
                Map.of(Schema.RESPONSE_BODY_TYPE, BodyKind.DATABUCKET.wireName(), Schema.RESPONSE_BUCKET, bucket));
        return present.isPresent() ? route : behind(bucket(bucket), route);
    }

    New socketRoute(NodeId parent) {
        return route(
                parent,
                Map.of(Schema.ROUTE_TYPE, RouteType.WS.wireName(), Schema.ROUTE_METHOD, HttpMethod.NONE.wireName()),
                Map.of());
    }

    private New route(NodeId parent, Map<Field<?>, Object> route, Map<Field<?>, Object> response) {
        return route(parent, route, response, Starter.TYPE, List.of());
    }

    private New route(
            NodeId parent,
            Map<Field<?>, Object> route,
            Map<Field<?>, Object> response,
            String contentType,
            List<HeaderLine> headers) {
        New added = add(Kind.ROUTE, parent, Slot.CHILDREN, route);
        Map<Field<?>, Object> values = new HashMap<>(response);
        values.put(Schema.RESPONSE_DEFAULT, true);
        boolean socket = RouteType.WS.wireName().equals(route.get(Schema.ROUTE_TYPE));
        New answer = response(added.node(), values, socket, contentType);
        return new New(added.node(), joined(added, with(headers, answer)));
    }

    New response(NodeId route) {
        boolean message = environment
                .find(route)
                .filter(node -> node.get(Schema.ROUTE_TYPE) == RouteType.WS)
                .isPresent();
        return response(route, Map.of(), message, Starter.TYPE);
    }

    /// That answers as recorded, with its headers.
    New response(NodeId route, Recorded answer) {
        return with(answer.headers(), response(route, fields(answer), false, answer.contentType()));
    }

    private New with(List<HeaderLine> headers, New response) {
        List<Edit> edits = new ArrayList<>(response.edits());
        headers.forEach(header -> edits.addAll(
                header(response.node(), header.name(), header.value()).edits()));
        return new New(response.node(), edits);
    }

    private static Map<Field<?>, Object> fields(Recorded answer) {
        return Map.of(
                Schema.RESPONSE_STATUS,
                answer.status(),
                Schema.RESPONSE_BODY,
                answer.body(),
                Schema.RESPONSE_TEMPLATING_OFF,
                true);
    }

    private New header(NodeId response, String name, String value) {
        return add(Kind.HEADER, response, Slot.HEADERS, Map.of(Schema.HEADER_KEY, name, Schema.HEADER_VALUE, value));
    }

    /// It says what its body is, unless it is a message or the environment says what all of them are.
    private New response(NodeId route, Map<Field<?>, Object> values, boolean message, String contentType) {
        New response = add(Kind.RESPONSE, route, Slot.RESPONSES, values);
        boolean said = list(Slot.HEADERS).stream()
                .anyMatch(header -> header.get(Schema.HEADER_KEY).strip().equalsIgnoreCase(CONTENT_TYPE)
                        && !header.get(Schema.HEADER_VALUE).isBlank());
        if (message || said) {
            return response;
        }
        return new New(response.node(), joined(response, header(response.node(), CONTENT_TYPE, contentType)));
    }

    New bucket() {
        return bucket(shortId(Slot.BUCKETS));
    }

    /// The body of a response or callback from now on.
    New bucketFor(NodeId node, Field<String> field) {
        String id = shortId(Slot.BUCKETS);
        New bucket = bucket(id);
        return new New(bucket.node(), List.of(bucket.edits().getFirst(), new Edit.Set(node, field.key(), id)));
    }

    private New bucket(String shortId) {
        return add(Kind.BUCKET, root(), Slot.BUCKETS, Map.of(Schema.BUCKET_ID, shortId));
    }

    New callback() {
        return add(Kind.CALLBACK, root(), Slot.CALLBACKS, Map.of(Schema.CALLBACK_ID, shortId(Slot.CALLBACKS)));
    }

    /// Lets a response send a callback: the first one, or a new one if there is none.
    New invocation(NodeId response) {
        Optional<NodeId> present = list(Slot.CALLBACKS).stream().map(Node::id).findFirst();
        New callback = present.map(node -> new New(node, List.of())).orElseGet(this::callback);
        return behind(
                callback,
                add(
                        Kind.INVOCATION,
                        response,
                        Slot.INVOCATIONS,
                        Map.of(Schema.INVOCATION_CALLBACK, callback.node().value())));
    }

    /// With default values, at the end of a list.
    New plain(Kind kind, NodeId parent, Slot slot) {
        return add(kind, parent, slot, Map.of());
    }

    /// A copy with all below it right behind the original.
    New copy(Node original) {
        List<Edit> adds = Copies.of(environment, original, this::id, this::shortId);
        return new New(adds.getFirst().node(), adds);
    }

    private New add(Kind kind, NodeId parent, Slot slot, Map<Field<?>, Object> fields) {
        NodeId id = id();
        return new New(id, List.of(new Edit.Add(id, kind, parent, slot, Optional.empty(), fields, Map.of())));
    }

    /// The second one, which needs the first.
    private static New behind(New first, New second) {
        return new New(second.node(), joined(first, second));
    }

    private static List<Edit> joined(New first, New second) {
        List<Edit> all = new ArrayList<>(first.edits());
        all.addAll(second.edits());
        return all;
    }

    private List<Node> list(Slot slot) {
        return List.copyOf(environment.children(root(), slot));
    }

    private NodeId root() {
        return environment.root().id();
    }

    private NodeId id() {
        return NodeId.random(chance);
    }

    private String shortId(Slot slot) {
        return ShortIds.fresh(environment, slot, chance);
    }
}
