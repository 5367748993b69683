package dev.understudy.edit;

import dev.understudy.environment.EnvironmentJson;
import dev.understudy.environment.Excess;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.environment.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Reads changes and edits from JSON, strictly: whatever is not understood is an error that says what is expected.
final class ChangeJson {

    /// Leaves the reader at the first thing that is wrong; never leaves this class.
    private static final class Wrong extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final transient Optional<Excess> excess;

        Wrong(String message) {
            this(message, Optional.empty());
        }

        Wrong(String message, Optional<Excess> excess) {
            super(message);
            this.excess = excess;
        }
    }

    private static final Set<String> CHANGE_KEYS = Set.of("client", "seq", "base", "step", "edits");

    /// In steps, roughly; of the parts of its text, fields and extras each one as much again.
    private static final int EFFORT_OF_AN_EDIT = 64;

    private static final int MAX_NODE_EXTRAS = 1_000;
    private static final ObjectReader STRICT =
            JsonMapper.shared().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ChangeJson() {}

    static EditReading change(JsonNode json, LongConsumer effort) {
        List<Edit> edits = new ArrayList<>();
        int index = -1;
        try {
            requireKeys(json, CHANGE_KEYS, "A change");
            String client = name(json, "client", Change.MAX_CLIENT_LENGTH);
            Optional<String> step =
                    json.has("step") ? Optional.of(name(json, "step", Change.MAX_STEP_LENGTH)) : Optional.empty();
            long seq = number(json, "seq");
            long base = number(json, "base");
            JsonNode array = json.path("edits");
            if (!array.isArray() || array.isEmpty() || array.size() > Change.MAX_EDITS) {
                throw new Wrong(
                        "\"edits\" must be an array of 1 to %,d edits.".formatted(Change.MAX_EDITS),
                        beyond(Change.MAX_EDITS, array.size()));
            }
            for (JsonNode edit : array) {
                index++;
                effort.accept(effortOf(edit));
                if (edit.has(EditJson.INVERSE)) {
                    throw new Wrong("An edit has no \"%s\".".formatted(EditJson.INVERSE));
                }
                edits.add(edit(edit));
            }
            return new EditReading.Read(new Change(client, seq, base, edits, step));
        } catch (Wrong wrong) {
            return new EditReading.Malformed(index, String.valueOf(wrong.getMessage()), wrong.excess);
        }
    }

    /// A text that a client chose for itself.
    private static String name(JsonNode json, String key, int max) {
        String name = text(json, key);
        if (name.isBlank() || name.length() > max || Texts.flaw(name).isPresent()) {
            throw new Wrong(
                    "\"%s\" must have 1 to %d characters, none of them null or half of one.".formatted(key, max),
                    beyond(max, name.length()));
        }
        return name;
    }

    private static long effortOf(JsonNode edit) {
        int parts = edit.path("changes").size()
                + edit.path("fields").size()
                + edit.path("extras").size();
        return EFFORT_OF_AN_EDIT * (1L + parts);
    }

    /// Reads one edit.
    ///
    /// @throws IllegalArgumentException if it is none
    static Edit edit(JsonNode json) {
        if (!json.isObject()) {
            throw new Wrong("An edit must be a JSON object.");
        }
        return switch (text(json, "op")) {
            case "add" -> add(json);
            case "remove" -> {
                requireKeys(json, Set.of("op", "node", EditJson.INVERSE), "A remove");
                yield new Edit.Remove(id(json, "node"));
            }
            case "move" -> {
                requireKeys(json, Set.of("op", "node", "parent", "order", EditJson.INVERSE), "A move");
                yield new Edit.Move(id(json, "node"), id(json, "parent"), order(json));
            }
            case "set" -> {
                requireKeys(json, Set.of("op", "node", "field", "value", EditJson.INVERSE), "A set");
                yield new Edit.Set(id(json, "node"), text(json, "field"), value(json, text(json, "field")));
            }
            case "splice" -> {
                requireKeys(json, Set.of("op", "node", "field", "changes", EditJson.INVERSE), "A splice");
                yield new Edit.Splice(id(json, "node"), text(json, "field"), textChange(json.path("changes")));
            }
            default -> throw new Wrong("\"op\" must be add, remove, move, set or splice.");
        };
    }

    private static Edit add(JsonNode json) {
        requireKeys(json, Set.of("op", "node", "kind", "parent", "list", "order", "fields", "extras"), "An add");
        Kind kind = Kind.ofWireName(text(json, "kind"))
                .orElseThrow(() -> new Wrong("There is no kind %s.".formatted(Excerpt.of(text(json, "kind")))));
        String list = json.hasNonNull("list") ? text(json, "list") : null;
        Slot slot = Slot.of(kind, list)
                .orElseThrow(() -> new Wrong("Nodes of kind %s are in no list %s."
                        .formatted(kind.wireName(), Excerpt.of(String.valueOf(list)))));
        return new Edit.Add(
                id(json, "node"), kind, parent(kind, json), slot, order(json), fields(kind, json), extras(json));
    }

    private static @Nullable NodeId parent(Kind kind, JsonNode json) {
        return kind == Kind.ENVIRONMENT && !json.has("parent") ? null : id(json, "parent");
    }

    private static Map<Field<?>, Object> fields(Kind kind, JsonNode json) {
        JsonNode object = json.path("fields");
        if (!object.isMissingNode() && !object.isObject()) {
            throw new Wrong("\"fields\" must be a JSON object.");
        }
        Map<Field<?>, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            Field<?> field = Schema.field(kind, entry.getKey())
                    .orElseThrow(() -> new Wrong("Nodes of kind %s have no field %s."
                            .formatted(kind.wireName(), Excerpt.of(entry.getKey()))));
            switch (EnvironmentJson.read(field, entry.getValue())) {
                case EnvironmentJson.Reading.Value(Object value) -> fields.put(field, value);
                case EnvironmentJson.Reading.Refused(String reason) ->
                    throw new Wrong(field + " " + reason + ".", excess(field, entry.getValue()));
            }
        }
        return fields;
    }

    private static Optional<Excess> excess(Field<?> field, JsonNode value) {
        return value.isString() ? field.excess(value.stringValue()) : Optional.empty();
    }

    private static Optional<Excess> beyond(long limit, long value) {
        return value > limit ? Optional.of(new Excess(limit, value)) : Optional.empty();
    }

    private static Map<String, String> extras(JsonNode json) {
        JsonNode object = json.path("extras");
        if (object.size() > MAX_NODE_EXTRAS || !(object.isMissingNode() || object.isObject())) {
            throw new Wrong(
                    "\"extras\" must be a JSON object of at most %,d texts.".formatted(MAX_NODE_EXTRAS),
                    beyond(MAX_NODE_EXTRAS, object.size()));
        }
        for (Map.Entry<String, JsonNode> extra : object.properties()) {
            if (Texts.flaw(extra.getKey()).isPresent() || !isJsonText(extra.getValue())) {
                throw new Wrong("The extra property %s must be a string that holds its value as JSON."
                        .formatted(Excerpt.of(extra.getKey())));
            }
        }
        return EnvironmentJson.readExtras(object);
    }

    /// What is exported again must be JSON, or the whole document can't be exported any more.
    private static boolean isJsonText(JsonNode value) {
        if (!value.isString() || Texts.flaw(value.stringValue()).isPresent()) {
            return false;
        }
        try {
            return !STRICT.readTree(value.stringValue()).isMissingNode();
        } catch (JacksonException _) {
            return false;
        }
    }

    private static Object value(JsonNode json, String field) {
        JsonNode value = json.path("value");
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToInt()) {
            return value.intValue();
        }
        if (value.isNull() && EnvironmentJson.isNullable(field)) {
            return "";
        }
        throw new Wrong("\"value\" of %s must be a string, a boolean or a whole number.".formatted(Excerpt.of(field)));
    }

    private static TextChange textChange(JsonNode json) {
        try {
            return TextChangeJson.read(json);
        } catch (IllegalArgumentException malformed) {
            throw new Wrong(String.valueOf(malformed.getMessage()));
        }
    }

    private static Optional<OrderKey> order(JsonNode json) {
        if (!json.hasNonNull("order")) {
            return Optional.empty();
        }
        return Optional.of(OrderKey.parse(text(json, "order"))
                .orElseThrow(() -> new Wrong("\"order\" must be a base-62 order key such as a0 or a0V.")));
    }

    private static NodeId id(JsonNode json, String key) {
        return NodeId.parse(text(json, key)).orElseThrow(() -> new Wrong("\"%s\" must be a UUID.".formatted(key)));
    }

    private static String text(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.isString()) {
            throw new Wrong("\"%s\" must be a string.".formatted(key));
        }
        return value.stringValue();
    }

    private static long number(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new Wrong("\"%s\" must be a whole number that is not negative.".formatted(key));
        }
        return value.longValue();
    }

    private static void requireKeys(@Nullable JsonNode json, Set<String> known, String what) {
        if (json == null || !json.isObject()) {
            throw new Wrong(what + " must be a JSON object.");
        }
        for (String key : json.propertyNames()) {
            if (!known.contains(key)) {
                throw new Wrong("%s has no %s.".formatted(what, Excerpt.of(key)));
            }
        }
    }
}
