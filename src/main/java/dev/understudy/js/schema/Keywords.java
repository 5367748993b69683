package dev.understudy.js.schema;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The keywords of draft 07, and which values each takes.
final class Keywords {

    private static final Set<String> TYPES =
            Set.of("string", "number", "integer", "boolean", "null", "array", "object");

    private static final Predicate<JsValue> TEXT = Text.class::isInstance;
    private static final Predicate<JsValue> BOOL = Bool.class::isInstance;
    private static final Predicate<JsValue> NUMBER = Num.class::isInstance;
    private static final Predicate<JsValue> ARRAY = JsArray.class::isInstance;
    private static final Predicate<JsValue> ANY = JsValue.class::isInstance;
    private static final Predicate<JsValue> SCHEMA = Keywords::isSchema;
    private static final Predicate<JsValue> COUNT = Keywords::isCount;
    private static final Predicate<JsValue> SCHEMAS = Keywords::areSchemas;
    private static final Predicate<JsValue> NAMED_SCHEMAS = Keywords::areNamedSchemas;

    /// What each keyword takes, also where the schema with it is never applied.
    private static final Map<String, Predicate<JsValue>> TAKES = Map.ofEntries(
            Map.entry("$schema", TEXT),
            Map.entry("$id", TEXT),
            Map.entry("$ref", TEXT),
            Map.entry("$comment", TEXT),
            Map.entry("$defs", ANY),
            Map.entry("$vocabulary", ANY),
            Map.entry("definitions", NAMED_SCHEMAS),
            Map.entry("title", TEXT),
            Map.entry("description", TEXT),
            Map.entry("default", ANY),
            Map.entry("deprecated", ANY),
            Map.entry("readOnly", BOOL),
            Map.entry("writeOnly", ANY),
            Map.entry("examples", ARRAY),
            Map.entry("contentMediaType", TEXT),
            Map.entry("contentEncoding", TEXT),
            Map.entry("contentSchema", ANY),
            Map.entry("type", Keywords::isType),
            Map.entry("nullable", BOOL),
            Map.entry("enum", value -> value instanceof JsArray array && array.size() > 0),
            Map.entry("const", ANY),
            Map.entry("minimum", NUMBER),
            Map.entry("maximum", NUMBER),
            Map.entry("exclusiveMinimum", NUMBER),
            Map.entry("exclusiveMaximum", NUMBER),
            Map.entry("multipleOf", value -> value instanceof Num(double number, var _) && number > 0),
            Map.entry("minLength", COUNT),
            Map.entry("maxLength", COUNT),
            Map.entry("pattern", TEXT),
            Map.entry("format", TEXT),
            Map.entry("items", value -> isSchema(value) || SCHEMAS.test(value)),
            Map.entry("additionalItems", SCHEMA),
            Map.entry("minItems", COUNT),
            Map.entry("maxItems", COUNT),
            Map.entry("uniqueItems", BOOL),
            Map.entry("contains", SCHEMA),
            Map.entry("required", Keywords::areNames),
            Map.entry("properties", NAMED_SCHEMAS),
            Map.entry("additionalProperties", SCHEMA),
            Map.entry("patternProperties", NAMED_SCHEMAS),
            Map.entry("minProperties", COUNT),
            Map.entry("maxProperties", COUNT),
            Map.entry("propertyNames", SCHEMA),
            Map.entry("dependencies", Keywords::areDependencies),
            Map.entry("not", SCHEMA),
            Map.entry("allOf", SCHEMAS),
            Map.entry("anyOf", SCHEMAS),
            Map.entry("oneOf", SCHEMAS),
            Map.entry("if", SCHEMA),
            Map.entry("then", SCHEMA),
            Map.entry("else", SCHEMA));

    private Keywords() {}

    static boolean isKnown(String keyword) {
        return TAKES.containsKey(keyword);
    }

    /// Whether a value can be a schema, as far as keywords that are known take their values.
    static boolean isSchema(JsValue value) {
        if (value instanceof JsObject object) {
            return object.members().entrySet().stream().allMatch(member -> {
                Predicate<JsValue> takes = TAKES.get(member.getKey());
                return takes == null || takes.test(member.getValue());
            });
        }
        return value instanceof Bool;
    }

    private static boolean isCount(JsValue value) {
        return value instanceof Num(double number, var _) && number >= 0 && number == Math.rint(number);
    }

    private static boolean areSchemas(JsValue value) {
        return value instanceof JsArray array
                && array.size() > 0
                && array.values().stream().allMatch(Keywords::isSchema);
    }

    private static boolean areNamedSchemas(JsValue value) {
        return value instanceof JsObject object
                && object.members().values().stream().allMatch(Keywords::isSchema);
    }

    private static boolean isType(JsValue value) {
        if (value instanceof Text(String type)) {
            return TYPES.contains(type);
        }
        return areNames(value)
                && value instanceof JsArray types
                && types.size() > 0
                && types.values().stream().allMatch(Keywords::isType);
    }

    private static boolean areNames(JsValue value) {
        return value instanceof JsArray names
                && names.values().stream().allMatch(Text.class::isInstance)
                && new HashSet<>(names.values()).size() == names.size();
    }

    private static boolean areDependencies(JsValue value) {
        return value instanceof JsObject object
                && object.members().values().stream().allMatch(one -> isSchema(one) || areNames(one));
    }
}
