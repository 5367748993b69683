package dev.understudy.edit;

import dev.understudy.environment.EnvironmentJson;
import dev.understudy.environment.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Edits in the wire form of the public API, which is also the form of the change log.
public final class EditJson {

    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

    static final String INVERSE = "inverse";

    private EditJson() {}

    public static ObjectNode write(Edit edit) {
        ObjectNode json = FACTORY.objectNode();
        switch (edit) {
            case Edit.Add add -> writeAdd(json, add);
            case Edit.Remove(var node) -> json.put("op", "remove").put("node", node.value());
            case Edit.Move(var node, var parent, var order) -> {
                json.put("op", "move").put("node", node.value()).put("parent", parent.value());
                order.ifPresent(key -> json.put("order", key.value()));
            }
            case Edit.Set(var node, String field, Object value) ->
                json.put("op", "set")
                        .put("node", node.value())
                        .put("field", field)
                        .set("value", plain(field, value));
            case Edit.Splice(var node, String field, TextChange change) ->
                json.put("op", "splice")
                        .put("node", node.value())
                        .put("field", field)
                        .set("changes", write(change));
        }
        return json;
    }

    public static ArrayNode write(List<Effect> effects) {
        ArrayNode array = FACTORY.arrayNode();
        effects.forEach(effect -> array.add(write(effect.edit())));
        return array;
    }

    /// The form of CodeMirror's change sets.
    public static ArrayNode write(TextChange change) {
        return TextChangeJson.write(change);
    }

    /// The reverse of [#write(TextChange)].
    ///
    /// @throws IllegalArgumentException with a sentence that says what is expected
    public static TextChange readTextChange(JsonNode json) {
        return TextChangeJson.read(json);
    }

    /// With the inverse of each edit, for the change log, in the form [StoredFormJson#CURRENT] that [StoredEditsJson]
    /// reads. That of an `add` is left out: it is a `remove`.
    public static ArrayNode writeLog(List<Effect> effects) {
        ArrayNode array = FACTORY.arrayNode();
        for (Effect effect : effects) {
            ObjectNode json = write(effect.edit());
            if (!(effect.edit() instanceof Edit.Add)) {
                ArrayNode inverse = json.putArray(INVERSE);
                effect.inverse().forEach(edit -> inverse.add(write(edit)));
            }
            array.add(json);
        }
        return array;
    }

    /// Reads a change from outside; strict.
    public static EditReading read(JsonNode json) {
        return ChangeJson.change(json, steps -> {});
    }

    /// The same for a change that may be large.
    ///
    /// @param effort told of the steps of the work; it may end it by an exception of its own
    public static EditReading read(JsonNode json, LongConsumer effort) {
        return ChangeJson.change(json, effort);
    }

    private static void writeAdd(ObjectNode json, Edit.Add add) {
        json.put("op", "add")
                .put("node", add.node().value())
                .put("kind", add.kind().wireName());
        if (add.parent() != null) {
            json.put("parent", add.parent().value());
        }
        Optional<String> list = add.slot().listName().filter(name -> !name.equals("headers"));
        list.ifPresent(name -> json.put("list", name));
        add.order().ifPresent(key -> json.put("order", key.value()));
        ObjectNode fields = json.putObject("fields");
        for (Map.Entry<Field<?>, Object> entry : add.fields().entrySet()) {
            fields.set(entry.getKey().key(), EnvironmentJson.write(entry.getKey(), entry.getValue()));
        }
        if (!add.extras().isEmpty()) {
            json.set("extras", EnvironmentJson.writeExtras(add.extras()));
        }
    }

    private static JsonNode plain(String field, Object value) {
        return switch (value) {
            case String text when text.isEmpty() && EnvironmentJson.isNullable(field) -> FACTORY.nullNode();
            case String text -> FACTORY.stringNode(text);
            case Integer number -> FACTORY.numberNode(number);
            case Boolean flag -> FACTORY.booleanNode(flag);
            default -> throw new IllegalArgumentException("Not a field value: " + value.getClass());
        };
    }
}
