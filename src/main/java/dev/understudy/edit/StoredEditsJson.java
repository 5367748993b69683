package dev.understudy.edit;

import dev.understudy.environment.EnvironmentJson;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads edits of the log, whichever version wrote them. Nothing that is stored is refused: what today's limits would
/// not let in stays as it is, fields of other versions become extras, and what can't be read at all is left out.
public final class StoredEditsJson {

    private StoredEditsJson() {}

    /// The reverse of [EditJson#writeLog], for any form.
    public static StoredEdits read(int form, JsonNode array) {
        List<Effect> effects = new ArrayList<>();
        boolean whole = true;
        for (JsonNode json : array) {
            Optional<Edit> edit = edit(StoredFormJson.edit(form, json));
            List<Edit> inverse = new ArrayList<>();
            for (JsonNode back : json.path(EditJson.INVERSE)) {
                edit(StoredFormJson.edit(form, back)).ifPresent(inverse::add);
            }
            whole &= edit.isPresent()
                    && inverse.size() == json.path(EditJson.INVERSE).size();
            edit.map(read -> new Effect(read, read instanceof Edit.Add ? takingBack(read) : inverse))
                    .ifPresent(effects::add);
        }
        return new StoredEdits(effects, whole);
    }

    private static List<Edit> takingBack(Edit add) {
        return List.of(new Edit.Remove(add.node()));
    }

    private static Optional<Edit> edit(JsonNode json) {
        return id(json, "node").flatMap(node -> switch (text(json, "op")) {
            case "add" -> add(node, json);
            case "remove" -> Optional.of(new Edit.Remove(node));
            case "move" -> id(json, "parent").map(parent -> new Edit.Move(node, parent, order(json)));
            case "set" -> value(json).map(value -> new Edit.Set(node, text(json, "field"), value));
            case "splice" -> text(json).map(change -> new Edit.Splice(node, text(json, "field"), change));
            default -> Optional.empty();
        });
    }

    private static Optional<Edit> add(NodeId node, JsonNode json) {
        String list = json.path("list").asString(null);
        NodeId parent = id(json, "parent").orElse(null);
        return Kind.ofWireName(text(json, "kind"))
                .filter(kind -> parent != null || kind == Kind.ENVIRONMENT)
                .flatMap(kind -> Slot.of(kind, list).map(slot -> add(node, kind, parent, slot, json)));
    }

    private static Edit add(NodeId node, Kind kind, @Nullable NodeId parent, Slot slot, JsonNode json) {
        Map<Field<?>, Object> fields = new LinkedHashMap<>();
        Map<String, String> extras = EnvironmentJson.readExtras(json.path("extras"));
        for (Map.Entry<String, JsonNode> entry : json.path("fields").properties()) {
            Optional<Field<?>> field = Schema.field(kind, entry.getKey());
            Optional<Object> value = field.flatMap(known -> EnvironmentJson.stored(known, entry.getValue()));
            if (field.isPresent() && value.isPresent()) {
                fields.put(field.get(), value.get());
            } else {
                extras.put(entry.getKey(), entry.getValue().toString());
            }
        }
        return new Edit.Add(node, kind, parent, slot, order(json), fields, extras);
    }

    private static Optional<Object> value(JsonNode json) {
        JsonNode value = json.path("value");
        if (value.isNull()) {
            return Optional.of("");
        }
        if (value.isString()) {
            return Optional.of(value.stringValue());
        }
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        return value.isIntegralNumber() && value.canConvertToInt() ? Optional.of(value.intValue()) : Optional.empty();
    }

    private static Optional<TextChange> text(JsonNode json) {
        try {
            return Optional.of(TextChangeJson.read(json.path("changes")));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    private static Optional<OrderKey> order(JsonNode json) {
        return OrderKey.ofStored(text(json, "order"));
    }

    private static Optional<NodeId> id(JsonNode json, String key) {
        return NodeId.parse(text(json, key));
    }

    private static String text(JsonNode json, String key) {
        return json.path(key).asString("");
    }
}
