package dev.understudy.ui.editor.desk;

import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Rules in words: what each target is, what each operator says, and what may stand in the boxes beside them. Pure.
public final class RuleWords {

    /// Targets by their word in the exchange format, in the order in which they are offered.
    public static final Map<String, String> TARGETS = ordered(
            "body", "Body",
            "query", "Query parameter",
            "header", "Header",
            "params", "Route parameter",
            "cookie", "Cookie",
            "path", "Path",
            "method", "Method",
            "request_number", "Request number",
            "global_var", "Global variable",
            "data_bucket", "Data bucket",
            "templating", "Template");

    /// Operators, as they go on after "is" or "is not".
    public static final Map<String, String> OPERATORS = ordered(
            "equals", "equal to",
            "regex", "matched by regex",
            "regex_i", "matched by regex, any case",
            "null", "missing or empty",
            "empty_array", "an empty array",
            "array_includes", "an array with",
            "valid_json_schema", "valid by schema");

    public static final Map<Boolean, String> VERBS = verbs();

    /// How the rules of a response go together.
    public static final Map<String, String> COMBINATIONS =
            ordered("OR", "any of these rules holds", "AND", "all of these rules hold");

    private static final Set<String> WITHOUT_PROPERTY = Set.of("path", "method", "request_number");
    private static final Set<String> WITHOUT_VALUE = Set.of("null", "empty_array");

    private RuleWords() {}

    /// Whether the target has properties, one of which can be named.
    public static boolean hasProperty(String target) {
        return !WITHOUT_PROPERTY.contains(target);
    }

    /// Whether the operator compares with something.
    public static boolean hasValue(String operator) {
        return !WITHOUT_VALUE.contains(operator);
    }

    /// What may stand in the box of the property.
    public static String propertyHint(String target) {
        return switch (target) {
            case "body" -> "user.name, $.items[0] or nothing: all of it";
            case "query" -> "page, or nothing: all of them";
            case "header" -> "X-Api-Key";
            case "params" -> "id, of a path like orders/:id";
            case "cookie" -> "session";
            case "global_var" -> "name or name.property";
            case "data_bucket" -> "name or id of a bucket, .property";
            case "templating" -> "{{any template}}";
            default -> "";
        };
    }

    /// What may stand in the box of the value.
    public static String valueHint(String target, String operator) {
        return switch (operator) {
            case "regex", "regex_i" -> "^A-[0-9]+$";
            case "array_includes" -> "one of its elements";
            case "valid_json_schema" -> "bucket with the schema, .property";
            default ->
                switch (target) {
                    case "path" -> "/orders?page=2, with its query";
                    case "method" -> "post, in small letters";
                    case "request_number" -> "3: the third request of this route";
                    default -> "a text, or a {{template}}";
                };
        };
    }

    /// The rule as a sentence: "Header X-Paid is not equal to yes".
    static String sentence(Node rule) {
        String target = rule.get(Schema.RULE_TARGET);
        String operator = rule.get(Schema.RULE_OPERATOR);
        StringBuilder words = new StringBuilder(TARGETS.getOrDefault(target, target));
        if (hasProperty(target) && !rule.get(Schema.RULE_MODIFIER).isEmpty()) {
            words.append(' ').append(rule.get(Schema.RULE_MODIFIER));
        }
        words.append(' ').append(VERBS.get(rule.get(Schema.RULE_INVERT)));
        words.append(' ').append(OPERATORS.getOrDefault(operator, operator));
        if (hasValue(operator)) {
            words.append(' ').append(rule.get(Schema.RULE_VALUE));
        }
        return words.toString().strip();
    }

    private static Map<Boolean, String> verbs() {
        Map<Boolean, String> verbs = new LinkedHashMap<>();
        verbs.put(false, "is");
        verbs.put(true, "is not");
        return verbs;
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            words.put(pairs[index], pairs[index + 1]);
        }
        return words;
    }
}
