package dev.understudy.environment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON form of field values, as they stand in the exchange format, in edits and in the database.
public final class EnvironmentJson {

    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

    private static final Set<String> NULLABLE_KEYS = Arrays.stream(Kind.values())
            .flatMap(kind -> Schema.fieldsOf(kind).stream())
            .filter(EnvironmentJson::isNullable)
            .map(Field::key)
            .collect(Collectors.toUnmodifiableSet());

    private EnvironmentJson() {}

    /// What a JSON value means to a field, or why it can't be taken.
    public sealed interface Reading {
        record Value(Object value) implements Reading {}

        record Refused(String reason) implements Reading {}
    }

    /// Strict: no number for a string, no string for a number. The reason ends a sentence that starts with
    /// the name of the field.
    public static Reading read(Field<?> field, JsonNode json) {
        Optional<Object> value = plain(field, json);
        if (value.isEmpty()) {
            return new Reading.Refused("must not be " + (json.isNull() ? "null" : "a fraction or a huge number"));
        }
        return field.refusal(value.get())
                .<Reading>map(Reading.Refused::new)
                .orElseGet(() -> new Reading.Value(value.get()));
    }

    public static JsonNode write(Field<?> field, Object value) {
        return switch (value) {
            case String text when text.isEmpty() && isNullable(field) -> NullNode.getInstance();
            case String text -> FACTORY.stringNode(text);
            case Integer number -> FACTORY.numberNode(number);
            case Boolean flag -> FACTORY.booleanNode(flag);
            default -> throw new IllegalArgumentException(field + " cannot hold " + value.getClass());
        };
    }

    /// All values of a node by the key of their field.
    public static ObjectNode writeFields(Node node) {
        ObjectNode fields = FACTORY.objectNode();
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            fields.set(field.key(), write(field, node.get(field)));
        }
        return fields;
    }

    /// The reverse of [#writeFields] for JSON that this server wrote: a field that an older version of the
    /// schema did not have gets its default.
    ///
    /// @throws IllegalArgumentException if a value does not fit, which means the stored data is damaged
    public static Node readStored(Node node, JsonNode fields) {
        Node result = node;
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            JsonNode json = fields.get(field.key());
            if (json != null) {
                result = switch (read(field, json)) {
                    case Reading.Value(Object value) -> result.withRaw(field, value);
                    case Reading.Refused(String reason) ->
                        throw new IllegalArgumentException("Stored " + field + " of " + node.id() + " " + reason);
                };
            }
        }
        return result;
    }

    /// Unknown properties as an object of raw JSON texts.
    public static ObjectNode writeExtras(Map<String, String> extras) {
        ObjectNode json = FACTORY.objectNode();
        extras.forEach(json::put);
        return json;
    }

    public static Map<String, String> readExtras(JsonNode json) {
        Map<String, String> extras = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> extras.put(entry.getKey(), entry.getValue().asString()));
        return extras;
    }

    private static Optional<Object> plain(Field<?> field, JsonNode json) {
        if (json.isNull()) {
            return isNullable(field) ? Optional.of("") : Optional.empty();
        }
        if (json.isString()) {
            return Optional.of(json.stringValue());
        }
        if (json.isBoolean()) {
            return Optional.of(json.booleanValue());
        }
        if (json.isNumber()) {
            return json.canConvertToExactIntegral() && json.canConvertToInt()
                    ? Optional.of(json.intValue())
                    : Optional.empty();
        }
        return Optional.of(json);
    }

    /// Whether a field of this key, of whatever kind, is `null` where it has no value.
    public static boolean isNullable(String key) {
        return NULLABLE_KEYS.contains(key);
    }

    private static boolean isNullable(Field<?> field) {
        return field.type() instanceof FieldType.Choice choice && choice.emptyIsNull();
    }
}
