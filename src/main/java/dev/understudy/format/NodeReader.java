package dev.understudy.format;

import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes one node of one object: its id, its fields, and what is unknown. A missing property is the default
/// and no repair. Used by one thread, once for each file.
final class NodeReader {

    /// Spellings of a UUID that other tools take and this one doesn't.
    private static final Pattern OTHER_UUID = Pattern.compile(
            "[\\[{(]?[0-9a-fA-F]{8}([:-]?)[0-9a-fA-F]{4}\\1[0-9a-fA-F]{4}\\1[0-9a-fA-F]{4}\\1[0-9a-fA-F]{12}[\\])}]?");

    private static final int SHORT_ID_LENGTH = 4;

    private final RandomGenerator ids;
    private final Repairs repairs;
    private final Set<NodeId> used = new HashSet<>();

    NodeReader(RandomGenerator ids, Repairs repairs) {
        this.ids = ids;
        this.repairs = repairs;
    }

    Node root(ObjectNode object) {
        Extras extras = Extras.of(Kind.ENVIRONMENT, object);
        JsonNode tls = object.path(Layout.TLS);
        if (tls instanceof ObjectNode options) {
            Set<String> known = new HashSet<>();
            Schema.fieldsOf(Kind.ENVIRONMENT).forEach(field -> known.add(Layout.innerName(field)));
            options.properties().stream()
                    .filter(property -> !known.contains(property.getKey()))
                    .forEach(property -> extras.keep(Extras.TLS_PREFIX + property.getKey(), property.getValue()));
        } else if (!tls.isMissingNode()) {
            repairs.add(object, Layout.TLS, "This should be an object with the settings of TLS, so TLS was left off.");
        }
        return filled(Node.root(id(Kind.ENVIRONMENT, object, extras)), object, extras);
    }

    Node read(Kind kind, ObjectNode object, NodeId parent, Slot slot, OrderKey order) {
        return read(kind, object, parent, slot, order, Extras.of(kind, object));
    }

    /// A folder or route in its place in the tree; the entry that puts it there may have unknown properties.
    Node child(FolderTree.Branch branch, NodeId parent, OrderKey order) {
        Kind kind = branch.folder() ? Kind.FOLDER : Kind.ROUTE;
        Extras extras = Extras.of(kind, branch.object());
        branch.entry().properties().stream()
                .filter(property ->
                        !property.getKey().equals("type") && !property.getKey().equals(Layout.UUID))
                .forEach(property -> extras.keep(Extras.CHILD_PREFIX + property.getKey(), property.getValue()));
        return read(kind, branch.object(), parent, Slot.CHILDREN, order, extras);
    }

    private Node read(Kind kind, ObjectNode object, NodeId parent, Slot slot, OrderKey order, Extras extras) {
        return filled(Node.of(id(kind, object, extras), kind, parent, slot, order), object, extras);
    }

    private Node filled(Node empty, ObjectNode object, Extras extras) {
        Node node = empty;
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            Optional<JsonNode> json = property(object, field);
            if (json.isPresent()) {
                node = node.withPlain(field, value(node, field, json.get(), object));
            } else if (field == Schema.BUCKET_ID || field == Schema.CALLBACK_ID) {
                node = node.withPlain(field, shortId());
            }
        }
        return extras.asMap().isEmpty() ? node : node.withExtras(extras.asMap());
    }

    private Object value(Node node, Field<?> field, JsonNode json, ObjectNode object) {
        try {
            Coercion coercion = Coercion.of(field, json);
            coercion.remark()
                    .ifPresent(remark -> repairs.add(holder(object, field), node.id(), lastName(field), remark));
            return coercion.value();
        } catch (ImportRefusal refusal) {
            throw refusal.at(repairs.places().of(holder(object, field), lastName(field)));
        }
    }

    private static Optional<JsonNode> property(ObjectNode object, Field<?> field) {
        return holder(object, field).optional(lastName(field));
    }

    private static JsonNode holder(ObjectNode object, Field<?> field) {
        return Layout.innerName(field).isEmpty() ? object : object.path(Layout.outerName(field));
    }

    private static String lastName(Field<?> field) {
        return Layout.innerName(field).isEmpty() ? field.key() : Layout.innerName(field);
    }

    private NodeId id(Kind kind, ObjectNode object, Extras extras) {
        Optional<JsonNode> given = Layout.hasUuid(kind) ? object.optional(Layout.UUID) : Optional.empty();
        if (given.isEmpty()) {
            return freshId();
        }
        String text = given.get().stringValue("");
        Optional<NodeId> parsed = NodeId.parse(text);
        if (parsed.isPresent() && used.add(parsed.get())) {
            return parsed.get();
        }
        NodeId fresh = freshId();
        if (parsed.isPresent() || OTHER_UUID.matcher(text).matches()) {
            extras.keepUuid(text);
        }
        if (parsed.isPresent()) {
            repairs.add(
                    object, Layout.UUID, "Another part of the file has this id too, so this one got an id of its own.");
        } else if (!OTHER_UUID.matcher(text).matches()) {
            repairs.add(object, Layout.UUID, "This id should be a UUID, so a new one was made.");
        }
        return fresh;
    }

    private NodeId freshId() {
        NodeId id = NodeId.random(ids);
        while (!used.add(id)) {
            id = NodeId.random(ids);
        }
        return id;
    }

    private String shortId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < SHORT_ID_LENGTH; i++) {
            id.append(Character.forDigit(ids.nextInt(Character.MAX_RADIX), Character.MAX_RADIX));
        }
        return id.toString();
    }
}
