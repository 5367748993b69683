package dev.understudy.js.schema;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.regex.JsRegex;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks a schema once, before it is applied: all of it that can be reached, references followed. For one schema.
final class SchemaReader {

    /// Where the draft of a schema is named, these are right.
    private static final Set<String> DRAFT = Set.of(
            "",
            "http://json-schema.org/draft-07/schema",
            "http://json-schema.org/draft-07/schema#",
            "http://json-schema.org/schema",
            "http://json-schema.org/schema#");

    private static final List<String> WITH_ONE = List.of(
            "additionalItems", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else");
    private static final List<String> WITH_LIST = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> WITH_NAMES = List.of("properties", "patternProperties", "dependencies");

    private final JsValue root;
    private final SchemaReferences places;
    private final IdentityHashMap<JsObject, JsValue> references = new IdentityHashMap<>();
    private final Map<String, JsRegex> patterns = new HashMap<>();
    private final Set<JsObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    SchemaReader(JsValue root) {
        this.root = root;
        places = new SchemaReferences(root);
    }

    boolean isReadable() {
        return Keywords.isSchema(root) && isOfDraft() && isApplicable(root, "");
    }

    /// Where references lead.
    IdentityHashMap<JsObject, JsValue> references() {
        return references;
    }

    Map<String, JsRegex> patterns() {
        return Map.copyOf(patterns);
    }

    private boolean isOfDraft() {
        return !(root instanceof JsObject schema && schema.get("$schema") instanceof Text(String draft))
                || DRAFT.contains(draft);
    }

    private boolean isApplicable(JsValue schema, String outer) {
        if (!(schema instanceof JsObject object) || !seen.add(object)) {
            return schema instanceof Bool || schema instanceof JsObject;
        }
        String base = SchemaReferences.base(object, outer);
        return object.names().stream().allMatch(Keywords::isKnown)
                && Keywords.isSchema(object)
                && isConsistent(object)
                && knowsFormat(object)
                && readPatterns(object)
                && readReference(object, base)
                && partsAreApplicable(object, base);
    }

    /// Keywords that mean nothing without another one are mistakes.
    private static boolean isConsistent(JsObject schema) {
        boolean thenOrElse = schema.has("then") || schema.has("else");
        boolean tuple = schema.get("items") instanceof JsArray;
        return schema.has("if") == thenOrElse
                && (tuple || !schema.has("additionalItems"))
                && (schema.get("nullable") != Bool.TRUE || schema.has("type"));
    }

    private static boolean knowsFormat(JsObject schema) {
        return !(schema.get("format") instanceof Text(String format)) || SchemaFormats.isKnown(format);
    }

    private boolean readPatterns(JsObject schema) {
        boolean readable = !(schema.get("pattern") instanceof Text(String pattern)) || readPattern(pattern);
        return readable
                && (!(schema.get("patternProperties") instanceof JsObject named)
                        || named.names().stream().allMatch(this::readPattern));
    }

    private boolean readPattern(String pattern) {
        if (UnicodeSyntax.isValid(pattern)
                && JsRegex.compile(pattern, false) instanceof JsRegex.Compiled(JsRegex regex)) {
            patterns.put(pattern, regex);
            return true;
        }
        return false;
    }

    private boolean readReference(JsObject schema, String base) {
        if (!(schema.get("$ref") instanceof Text(String reference))) {
            return true;
        }
        JsValue target = places.find(reference, base).orElse(Undefined.UNDEFINED);
        references.put(schema, target);
        return isApplicable(target, base);
    }

    private boolean partsAreApplicable(JsObject schema, String base) {
        for (String keyword : WITH_ONE) {
            if (schema.has(keyword) && !isApplicable(schema.get(keyword), base)) {
                return false;
            }
        }
        for (String keyword : WITH_LIST) {
            if (!areApplicable(schema.get(keyword), base)) {
                return false;
            }
        }
        for (String keyword : WITH_NAMES) {
            if (schema.get(keyword) instanceof JsObject named
                    && !named.members().values().stream()
                            .allMatch(part -> part instanceof JsArray || isApplicable(part, base))) {
                return false;
            }
        }
        JsValue items = schema.get("items");
        return items instanceof JsArray
                ? areApplicable(items, base)
                : !schema.has("items") || isApplicable(items, base);
    }

    private boolean areApplicable(JsValue schemas, String base) {
        return !(schemas instanceof JsArray array)
                || array.values().stream().allMatch(schema -> isApplicable(schema, base));
    }
}
