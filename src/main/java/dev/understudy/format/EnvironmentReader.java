package dev.understudy.format;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Limits;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes a document of a file in the current version and mends it until the invariants hold. Nodes are read in
/// an order that an export does not change, so that of two nodes with one id it is always the same that keeps
/// it. Used by one thread, once.
final class EnvironmentReader {

    /// In steps, roughly: its fields are read, checked and weighed.
    private static final int EFFORT_OF_A_NODE = 64;

    private final Repairs repairs;
    private final NodeReader reader;
    private final LongConsumer effort;
    private final List<Node> nodes = new ArrayList<>();
    private final List<OrderKey> keys = new ArrayList<>();
    private final Set<String> buckets = new HashSet<>();
    private final Map<String, NodeId> callbacks = new HashMap<>();

    EnvironmentReader(RandomGenerator ids, Repairs repairs, LongConsumer effort) {
        this.repairs = repairs;
        this.effort = effort;
        this.reader = new NodeReader(ids, repairs);
    }

    /// @throws Refusal if the environment would exceed a limit
    Environment read(ObjectNode file) {
        Node root = reader.root(file);
        add(root, file);
        Layout.lists(Kind.ENVIRONMENT).forEach(list -> list(list, file, root.id()));
        List<ObjectNode> folders = items(file, Layout.FOLDERS, Kind.FOLDER);
        List<ObjectNode> routes = items(file, Layout.ROUTES, Kind.ROUTE);
        place(FolderTree.of(file, folders, routes, repairs), root.id());
        Environment environment = Environment.ofNodes(nodes);
        if (environment.bytes() > Limits.MAX_ENVIRONMENT_BYTES) {
            throw new ImportRefusal(
                            "",
                            "The environment has %,d bytes, and the limit is %,d. Split it into several."
                                    .formatted(environment.bytes(), Limits.MAX_ENVIRONMENT_BYTES))
                    .beyond(Limits.MAX_ENVIRONMENT_BYTES, environment.bytes());
        }
        return environment;
    }

    private void place(List<FolderTree.Branch> branches, NodeId parent) {
        int index = 0;
        for (FolderTree.Branch branch : branches) {
            Node node = reader.child(branch, parent, key(index++));
            add(node, branch.object());
            if (branch.folder()) {
                place(branch.children(), node.id());
            } else {
                responses(branch.object(), node.id());
            }
        }
    }

    /// Exactly one is the default: the first that says so, else the first.
    private void responses(ObjectNode route, NodeId routeId) {
        List<ObjectNode> objects = items(route, "responses", Kind.RESPONSE);
        int chosen = firstDefault(objects);
        if (objects.isEmpty()) {
            repairs.add(route, routeId, "", "The route had no response, so it got one.");
            objects = List.of(JsonNodeFactory.instance.objectNode());
        } else if (chosen < 0 && objects.stream().anyMatch(object -> object.has("default"))) {
            repairs.add(route, routeId, "", "No response was the default one, so the first is now.");
        }
        for (int index = 0; index < objects.size(); index++) {
            ObjectNode object = objects.get(index);
            boolean isDefault = index == Math.max(chosen, 0);
            Node response = reader.read(Kind.RESPONSE, object, routeId, Slot.RESPONSES, key(index));
            if (response.get(Schema.RESPONSE_DEFAULT) && !isDefault) {
                repairs.add(
                        object, response.id(), "default", "The route has a default response already, so this is none.");
            }
            add(response.with(Schema.RESPONSE_DEFAULT, isDefault), object);
            Layout.lists(Kind.RESPONSE).forEach(list -> list(list, object, response.id()));
        }
    }

    private static int firstDefault(List<ObjectNode> responses) {
        for (int index = 0; index < responses.size(); index++) {
            JsonNode flag = responses.get(index).path("default");
            if (flag.isBoolean() && flag.booleanValue()) {
                return index;
            }
        }
        return -1;
    }

    private void list(Layout.NodeList list, ObjectNode holder, NodeId parent) {
        Kind kind = list.kind();
        int index = 0;
        for (ObjectNode object : items(holder, list.name(), kind)) {
            Node node = reader.read(kind, object, parent, list.slot(), key(index++));
            if (kind == Kind.BUCKET) {
                buckets.add(node.get(Schema.BUCKET_ID));
            } else if (kind == Kind.CALLBACK) {
                callbacks.putIfAbsent(Extras.uuid(node), node.id());
                callbacks.putIfAbsent(
                        object.path(Layout.UUID).stringValue(node.id().value()), node.id());
            }
            add(node, object);
            Layout.lists(kind).forEach(inner -> list(inner, object, node.id()));
        }
    }

    /// The objects of a list. What is no object becomes one with default values where that can do no harm, and
    /// is left out where it would be an empty bucket or a call of nothing.
    private List<ObjectNode> items(ObjectNode holder, String name, Kind kind) {
        List<ObjectNode> objects = new ArrayList<>();
        JsonNode list = holder.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            repairs.add(holder, name, "This should be a list, so nothing was taken from it.");
            return objects;
        }
        requireRoom(list.size(), list);
        int index = 0;
        for (JsonNode item : list) {
            String place = String.valueOf(index++);
            if (item instanceof ObjectNode object) {
                objects.add(object);
            } else if (kind == Kind.BUCKET || kind == Kind.CALLBACK || kind == Kind.INVOCATION) {
                repairs.add(
                        list,
                        place,
                        "This should be an object that describes a %s, so it was left out.".formatted(words(kind)));
            } else {
                repairs.add(
                        list,
                        place,
                        "This should be an object that describes a %s, so one with default values took its place."
                                .formatted(words(kind)));
                ObjectNode made = JsonNodeFactory.instance.objectNode();
                repairs.places().adopt(made, list);
                objects.add(made);
            }
        }
        return objects;
    }

    private void add(Node node, ObjectNode object) {
        effort.accept(EFFORT_OF_A_NODE);
        requireRoom(nodes.size() + 1, object);
        nodes.add(
                switch (node.kind()) {
                    case RESPONSE ->
                        resolved(node, Schema.RESPONSE_BUCKET, bucket(node, Schema.RESPONSE_BUCKET), object);
                    case CALLBACK ->
                        resolved(node, Schema.CALLBACK_BUCKET, bucket(node, Schema.CALLBACK_BUCKET), object);
                    case INVOCATION -> resolved(node, Schema.INVOCATION_CALLBACK, callback(node), object);
                    case ENVIRONMENT, FOLDER, ROUTE, HEADER, RULE, BUCKET, FILE -> node;
                });
    }

    private static String words(Kind kind) {
        return kind == Kind.BUCKET ? "data bucket" : kind == Kind.INVOCATION ? "call of a callback" : kind.wireName();
    }

    private void requireRoom(int count, JsonNode place) {
        if (count > Limits.MAX_NODES) {
            throw new ImportRefusal(
                            repairs.places().of(place),
                            "The environment has more than %,d parts (routes, responses, headers, …), which is the limit. Split it into several."
                                    .formatted(Limits.MAX_NODES))
                    .beyond(Limits.MAX_NODES, count);
        }
    }

    private Node resolved(Node node, Field<String> field, @Nullable String target, ObjectNode object) {
        if (target != null) {
            return node.with(field, target);
        }
        String missing = node.get(field);
        repairs.add(
                object,
                node.id(),
                field.key(),
                "There is no %s “%s” in this file, so the field was emptied."
                        .formatted(field == Schema.INVOCATION_CALLBACK ? "callback" : "data bucket", missing));
        return node.with(field, "");
    }

    private @Nullable String bucket(Node node, Field<String> field) {
        String id = node.get(field);
        return id.isEmpty() || buckets.contains(id) ? id : null;
    }

    private @Nullable String callback(Node invocation) {
        String uuid = invocation.get(Schema.INVOCATION_CALLBACK);
        NodeId id = callbacks.get(uuid);
        return uuid.isEmpty() ? uuid : id == null ? null : id.value();
    }

    /// The n-th key of a list; all lists of a file begin with the same keys.
    private OrderKey key(int index) {
        while (keys.size() <= index) {
            keys.add(OrderKey.between(keys.isEmpty() ? null : keys.getLast(), null));
        }
        return keys.get(index);
    }
}
