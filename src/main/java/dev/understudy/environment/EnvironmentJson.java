package dev.understudy.environment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON form of field values, as they stand in the exchange format, in edits and in the database.
public final class EnvironmentJson {

    private static final JsonMapper JSON = JsonMapper.shared();
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

    /// What is stored of a node's values, by the key of their field. A value that came from another version, and that
    /// this one can't hold, is among the extras alone.
    public static ObjectNode writeStored(Node node) {
        ObjectNode fields = FACTORY.objectNode();
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            Object value = node.plain(field);
            if (!value.equals(field.plainDefault()) || !node.extras().containsKey(field.key())) {
                fields.set(field.key(), write(field, value));
            }
        }
        return fields;
    }

    /// The reverse of [#writeStored], whichever version wrote it: a field that is missing has its default, and what
    /// this version does not know or can't hold becomes an extra, which goes where it came from when the node is
    /// written.
    public static Node readStored(Node node, JsonNode fields, JsonNode extras) {
        Map<String, String> rest = readExtras(extras);
        Node result = node;
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            JsonNode json = fields.has(field.key()) ? fields.get(field.key()) : extra(rest, field.key());
            if (json != null) {
                Optional<Object> value = stored(field, json);
                if (value.isPresent()) {
                    rest.remove(field.key());
                    result = result.withPlain(field, value.get());
                } else {
                    rest.put(field.key(), json.toString());
                }
            }
        }
        for (Map.Entry<String, JsonNode> entry : fields.properties()) {
            if (Schema.field(node.kind(), entry.getKey()).isEmpty()) {
                rest.put(entry.getKey(), entry.getValue().toString());
            }
        }
        return result.withExtras(rest);
    }

    /// What a stored value means to a field; empty if it can't hold it. Limits are for what comes from outside.
    public static Optional<Object> stored(Field<?> field, JsonNode json) {
        return plain(field, json).filter(value -> isHeldBy(field, value));
    }

    /// A node with a value of the log: that of a field, or else an extra.
    public static Node withStored(Node node, String key, Object value) {
        Optional<Field<?>> field = Schema.field(node.kind(), key).filter(known -> isHeldBy(known, value));
        if (field.isPresent()) {
            return node.withPlain(field.get(), value);
        }
        Map<String, String> extras = new LinkedHashMap<>(node.extras());
        extras.put(key, JSON.writeValueAsString(value));
        return node.withExtras(extras);
    }

    private static boolean isHeldBy(Field<?> field, Object value) {
        return field.type().plainClass().isInstance(value) && field.type().holds(value);
    }

    private static @Nullable JsonNode extra(Map<String, String> extras, String key) {
        String raw = extras.get(key);
        return raw == null ? null : JSON.readTree(raw);
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
        return field.type() instanceof FieldType.Choice<?> choice && choice.emptyIsNull();
    }
}
