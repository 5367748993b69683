package dev.understudy.environment;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The [Schema], the lists that nodes stand in and the [Limits] as JSON, for clients in other languages. `schema.json`
/// among the resources is what this gives.
final class SchemaJson {

    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

    private SchemaJson() {}

    /// Indented, with a line break at its end.
    static String text() {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(write())
                        .replace("\r\n", "\n")
                + "\n";
    }

    private static ObjectNode write() {
        ObjectNode schema = FACTORY.objectNode();
        schema.put("migration", Schema.CURRENT_MIGRATION);
        ObjectNode limits = schema.putObject("limits");
        limits.put("environmentBytes", Limits.MAX_ENVIRONMENT_BYTES);
        limits.put("nodes", Limits.MAX_NODES);
        limits.put("nodeOverheadBytes", Limits.NODE_OVERHEAD_BYTES);
        limits.put("folderDepth", Limits.MAX_FOLDER_DEPTH);
        limits.put("files", Limits.MAX_FILES);
        limits.put("totalFileBytes", Limits.MAX_TOTAL_FILE_BYTES);
        limits.put("orderKeyCharacters", OrderKey.MAX_LENGTH);
        ArrayNode kinds = schema.putArray("kinds");
        for (Kind kind : Kind.values()) {
            kinds.add(kind(kind));
        }
        return schema;
    }

    private static ObjectNode kind(Kind kind) {
        ObjectNode json = FACTORY.objectNode();
        json.put("kind", kind.wireName());
        ArrayNode fields = json.putArray("fields");
        Schema.fieldsOf(kind).forEach(field -> fields.add(field(field)));
        ArrayNode lists = json.putArray("lists");
        Slot.slotsOf(kind).forEach(slot -> lists.add(list(slot)));
        return json;
    }

    private static ObjectNode list(Slot slot) {
        ObjectNode json = FACTORY.objectNode();
        slot.listName().ifPresent(name -> json.put("list", name));
        ArrayNode takes = json.putArray("takes");
        Arrays.stream(Kind.values()).filter(slot::takes).map(Kind::wireName).forEach(takes::add);
        return json;
    }

    private static ObjectNode field(Field<?> field) {
        ObjectNode json = FACTORY.objectNode();
        json.put("key", field.key());
        json.put("label", field.label());
        switch (field.type()) {
            case FieldType.Text(int maxLength) -> json.put("type", "text").put("maxLength", maxLength);
            case FieldType.Whole(int min, int max) ->
                json.put("type", "whole").put("min", min).put("max", max);
            case FieldType.Flag _ -> json.put("type", "flag");
            case FieldType.Choice<?> choice -> {
                json.put("type", "choice").put("nullable", choice.emptyIsNull());
                List<String> words = choice.words();
                ArrayNode values = json.putArray("values");
                words.forEach(values::add);
            }
            case FieldType.Path _ -> json.put("type", "path").put("maxLength", AssetPath.MAX_LENGTH);
            case FieldType.Content _ -> json.put("type", "content").put("maxBytes", Limits.MAX_FILE_BYTES);
            case FieldType.Reference(Kind target) ->
                json.put("type", "reference").put("target", target.wireName()).put("maxLength", Limits.MAX_SHORT_TEXT);
        }
        json.set("default", EnvironmentJson.write(field, field.plainDefault()));
        return json;
    }
}
