package dev.understudy.mock.explain;

import dev.understudy.environment.Node;
import dev.understudy.environment.RuleLogic;
import dev.understudy.environment.RuleOperator;
import dev.understudy.environment.RuleTarget;
import dev.understudy.environment.Schema;
import java.util.List;
import java.util.stream.Collectors;

/// Rules in words, as short as they can be told: "param id equals 0". Pure.
final class RuleSentence {

    /// Of one response; how many more there are is told as a number.
    static final int MAX_RULES = 4;

    /// Of a name or a value in a sentence.
    static final int MAX_LENGTH = 80;

    private RuleSentence() {}

    /// All rules of a response.
    static String of(List<Node> rules, RuleLogic logic) {
        String told = rules.stream()
                .limit(MAX_RULES)
                .map(RuleSentence::of)
                .collect(Collectors.joining(logic == RuleLogic.AND ? " and " : " or "));
        int left = rules.size() - MAX_RULES;
        return left <= 0 ? told : told + " … and %d more rules".formatted(left);
    }

    static String of(Node rule) {
        String subject = subject(rule.get(Schema.RULE_TARGET), cut(rule.get(Schema.RULE_MODIFIER)));
        return subject
                + " "
                + verb(rule.get(Schema.RULE_OPERATOR), rule.get(Schema.RULE_INVERT), cut(rule.get(Schema.RULE_VALUE)));
    }

    private static String subject(RuleTarget target, String name) {
        String word = switch (target) {
            case BODY -> "body";
            case QUERY -> "query";
            case HEADER -> "header";
            case COOKIE -> "cookie";
            case PARAMS -> "param";
            case PATH -> "path";
            case METHOD -> "method";
            case REQUEST_NUMBER -> "request number";
            case GLOBAL_VAR -> "variable";
            case DATA_BUCKET -> "bucket";
            case TEMPLATING -> "template";
        };
        boolean named = switch (target) {
            case PATH, METHOD, REQUEST_NUMBER -> false;
            case BODY, QUERY, HEADER, COOKIE, PARAMS, GLOBAL_VAR, DATA_BUCKET, TEMPLATING -> !name.isEmpty();
        };
        return named ? word + " " + name : word;
    }

    private static String verb(RuleOperator operator, boolean inverted, String value) {
        return switch (operator) {
            case EQUALS -> (inverted ? "does not equal " : "equals ") + quoted(value);
            case REGEX -> (inverted ? "does not match /" : "matches /") + value + "/";
            case REGEX_I -> (inverted ? "does not match /" : "matches /") + value + "/i";
            case NULL -> inverted ? "is set" : "is empty";
            case EMPTY_ARRAY -> inverted ? "is not an empty list" : "is an empty list";
            case ARRAY_INCLUDES -> (inverted ? "does not include " : "includes ") + quoted(value);
            case VALID_JSON_SCHEMA -> (inverted ? "does not fit schema " : "fits schema ") + value;
        };
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "“”" : value;
    }

    private static String cut(String text) {
        return cut(text, MAX_LENGTH);
    }

    /// The start of a text that is too long.
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
