package dev.understudy.ui.editor.session;

import dev.understudy.environment.Node;
import dev.understudy.environment.RuleLogic;
import dev.understudy.environment.RuleOperator;
import dev.understudy.environment.RuleTarget;
import dev.understudy.environment.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Rules in words: what each target is, what each operator says, and what may stand in the boxes beside them. Pure.
public final class RuleWords {

    /// In the order in which they are offered.
    public static final Map<RuleTarget, String> TARGETS = words(
            List.of(
                    RuleTarget.BODY,
                    RuleTarget.QUERY,
                    RuleTarget.HEADER,
                    RuleTarget.PARAMS,
                    RuleTarget.COOKIE,
                    RuleTarget.PATH,
                    RuleTarget.METHOD,
                    RuleTarget.REQUEST_NUMBER,
                    RuleTarget.GLOBAL_VAR,
                    RuleTarget.DATA_BUCKET,
                    RuleTarget.TEMPLATING),
            RuleWords::word);

    /// As they go on after "is" or "is not".
    public static final Map<RuleOperator, String> OPERATORS = words(List.of(RuleOperator.values()), RuleWords::word);

    public static final Map<Boolean, String> VERBS = verbs();

    /// How the rules of a response go together.
    public static final Map<RuleLogic, String> COMBINATIONS = words(List.of(RuleLogic.values()), RuleWords::word);

    private RuleWords() {}

    /// Whether the target has properties, one of which can be named.
    public static boolean hasProperty(RuleTarget target) {
        return switch (target) {
            case PATH, METHOD, REQUEST_NUMBER -> false;
            case BODY, QUERY, HEADER, COOKIE, PARAMS, GLOBAL_VAR, DATA_BUCKET, TEMPLATING -> true;
        };
    }

    /// Whether the operator compares with something.
    public static boolean hasValue(RuleOperator operator) {
        return switch (operator) {
            case NULL, EMPTY_ARRAY -> false;
            case EQUALS, REGEX, REGEX_I, ARRAY_INCLUDES, VALID_JSON_SCHEMA -> true;
        };
    }

    /// What may stand in the box of the property.
    public static String propertyHint(RuleTarget target) {
        return switch (target) {
            case BODY -> "user.name, $.items[0] or nothing: all of it";
            case QUERY -> "page, or nothing: all of them";
            case HEADER -> "X-Api-Key";
            case PARAMS -> "id, of a path like orders/:id";
            case COOKIE -> "session";
            case GLOBAL_VAR -> "name or name.property";
            case DATA_BUCKET -> "name or id of a bucket, .property";
            case TEMPLATING -> "{{any template}}";
            case PATH, METHOD, REQUEST_NUMBER -> "";
        };
    }

    /// What may stand in the box of the value.
    public static String valueHint(RuleTarget target, RuleOperator operator) {
        return switch (operator) {
            case REGEX, REGEX_I -> "^A-[0-9]+$";
            case ARRAY_INCLUDES -> "one of its elements";
            case VALID_JSON_SCHEMA -> "bucket with the schema, .property";
            case EQUALS, NULL, EMPTY_ARRAY ->
                switch (target) {
                    case PATH -> "/orders?page=2, with its query";
                    case METHOD -> "post, in small letters";
                    case REQUEST_NUMBER -> "3: the third request of this route";
                    case BODY, QUERY, HEADER, COOKIE, PARAMS, GLOBAL_VAR, DATA_BUCKET, TEMPLATING ->
                        "a text, or a {{template}}";
                };
        };
    }

    /// The rule as a sentence: "Header X-Paid is not equal to yes".
    static String sentence(Node rule) {
        RuleTarget target = rule.get(Schema.RULE_TARGET);
        RuleOperator operator = rule.get(Schema.RULE_OPERATOR);
        StringBuilder words = new StringBuilder(word(target));
        if (hasProperty(target) && !rule.get(Schema.RULE_MODIFIER).isEmpty()) {
            words.append(' ').append(rule.get(Schema.RULE_MODIFIER));
        }
        words.append(' ').append(VERBS.get(rule.get(Schema.RULE_INVERT)));
        words.append(' ').append(word(operator));
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

    private static String word(RuleTarget target) {
        return switch (target) {
            case BODY -> "Body";
            case QUERY -> "Query parameter";
            case HEADER -> "Header";
            case PARAMS -> "Route parameter";
            case COOKIE -> "Cookie";
            case PATH -> "Path";
            case METHOD -> "Method";
            case REQUEST_NUMBER -> "Request number";
            case GLOBAL_VAR -> "Global variable";
            case DATA_BUCKET -> "Data bucket";
            case TEMPLATING -> "Template";
        };
    }

    private static String word(RuleOperator operator) {
        return switch (operator) {
            case EQUALS -> "equal to";
            case REGEX -> "matched by regex";
            case REGEX_I -> "matched by regex, any case";
            case NULL -> "missing or empty";
            case EMPTY_ARRAY -> "an empty array";
            case ARRAY_INCLUDES -> "an array with";
            case VALID_JSON_SCHEMA -> "valid by schema";
        };
    }

    private static String word(RuleLogic logic) {
        return switch (logic) {
            case OR -> "any of these rules holds";
            case AND -> "all of these rules hold";
        };
    }

    private static <E> Map<E, String> words(List<E> values, Function<E, String> word) {
        Map<E, String> words = new LinkedHashMap<>();
        values.forEach(value -> words.put(value, word.apply(value)));
        return words;
    }
}
