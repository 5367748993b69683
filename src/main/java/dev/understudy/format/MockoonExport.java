package dev.understudy.format;

import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentJson;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Writes an environment as a file of the current Mockoon version: same properties, same order, lists in the
/// order of the document, folders and routes as flat lists in the order of the tree. Unknown properties of an
/// imported file are written back.
public final class MockoonExport {

    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

    /// In steps, roughly.
    private static final int EFFORT_OF_A_NODE = 64;

    private final Environment environment;
    private final LongConsumer effort;

    private MockoonExport(Environment environment, LongConsumer effort) {
        this.environment = environment;
        this.effort = effort;
    }

    public static ObjectNode toJson(Environment environment) {
        return toJson(environment, steps -> {});
    }

    private static ObjectNode toJson(Environment environment, LongConsumer effort) {
        return new MockoonExport(environment, effort).object(environment.root());
    }

    /// The text of the file, indented by two spaces, without a line break at the end.
    public static String toText(Environment environment) {
        return toText(environment, steps -> {});
    }

    /// The same for an environment that may be large.
    ///
    /// @param effort told of the steps of the work; it may end it by an exception of its own
    public static String toText(Environment environment, LongConsumer effort) {
        return JsonText.pretty(toJson(environment, effort), effort);
    }

    private ObjectNode object(Node node) {
        effort.accept(EFFORT_OF_A_NODE);
        ObjectNode object = FACTORY.objectNode();
        if (Layout.hasUuid(node.kind())) {
            object.put(Layout.UUID, Extras.uuid(node));
        }
        if (node.kind() == Kind.ENVIRONMENT) {
            object.put(Layout.VERSION, Schema.CURRENT_MIGRATION);
        }
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            write(node, field, object);
            Layout.listsAfter(field).forEach(list -> object.set(list.name(), list(node.id(), list.slot())));
            if (field == Schema.ENVIRONMENT_HOSTNAME) {
                writeTree(object);
            } else if (field == Schema.FOLDER_NAME) {
                object.set(Layout.CHILDREN, entries(node.id()));
            }
        }
        Extras.write(node, object);
        return object;
    }

    private void write(Node node, Field<?> field, ObjectNode object) {
        if (Layout.isOwn(field) && node.plain(field).equals(field.plainDefault())) {
            return;
        }
        JsonNode json = field == Schema.INVOCATION_CALLBACK
                ? StringNode.valueOf(callbackUuid(node.get(Schema.INVOCATION_CALLBACK)))
                : EnvironmentJson.write(field, node.plain(field));
        if (Layout.innerName(field).isEmpty()) {
            object.set(field.key(), json);
        } else {
            object.withObject("/" + Layout.outerName(field)).set(Layout.innerName(field), json);
        }
    }

    private void writeTree(ObjectNode object) {
        ArrayNode folders = object.putArray(Layout.FOLDERS);
        ArrayNode routes = object.putArray(Layout.ROUTES);
        object.set(Layout.ROOT_CHILDREN, entries(environment.root().id()));
        flatten(environment.root().id(), folders, routes);
    }

    private void flatten(NodeId parent, ArrayNode folders, ArrayNode routes) {
        for (Node child : environment.children(parent, Slot.CHILDREN)) {
            if (child.kind() == Kind.FOLDER) {
                folders.add(object(child));
                flatten(child.id(), folders, routes);
            } else {
                routes.add(object(child));
            }
        }
    }

    private ArrayNode entries(NodeId parent) {
        ArrayNode entries = FACTORY.arrayNode();
        for (Node child : environment.children(parent, Slot.CHILDREN)) {
            ObjectNode entry = entries.addObject()
                    .put("type", child.kind() == Kind.FOLDER ? FolderTree.FOLDER : FolderTree.ROUTE)
                    .put(Layout.UUID, Extras.uuid(child));
            Extras.writeChild(child, entry);
        }
        return entries;
    }

    private ArrayNode list(NodeId parent, Slot slot) {
        ArrayNode list = FACTORY.arrayNode();
        environment.children(parent, slot).forEach(node -> list.add(object(node)));
        return list;
    }

    /// Callbacks are referred to by the id that they have in the file.
    private String callbackUuid(String reference) {
        return NodeId.parse(reference)
                .flatMap(environment::find)
                .map(Extras::uuid)
                .orElse(reference);
    }
}
