package dev.understudy.mock.rule;

import java.util.Arrays;
import java.util.Locale;

/// How a rule compares.
enum RuleOperator {
    EQUALS,
    REGEX,
    REGEX_I,
    NULL,
    EMPTY_ARRAY,
    ARRAY_INCLUDES,
    VALID_JSON_SCHEMA;

    static RuleOperator of(String wireName) {
        return Arrays.stream(values())
                .filter(operator -> operator.name().equals(wireName.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(EQUALS);
    }

    /// Whether it compares with a text, so that a body is looked at as text.
    boolean wantsText() {
        return this == EQUALS || isRegex();
    }

    boolean isRegex() {
        return this == REGEX || this == REGEX_I;
    }
}
