package dev.understudy.environment;

import java.util.Locale;

/// How a rule compares.
public enum RuleOperator implements Choosable {
    EQUALS,
    REGEX,
    REGEX_I,
    NULL,
    EMPTY_ARRAY,
    ARRAY_INCLUDES,
    VALID_JSON_SCHEMA;

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
