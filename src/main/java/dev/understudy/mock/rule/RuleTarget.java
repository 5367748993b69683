package dev.understudy.mock.rule;

import java.util.Arrays;
import java.util.Locale;

/// What a rule looks at.
enum RuleTarget {
    BODY,
    QUERY,
    HEADER,
    COOKIE,
    PARAMS,
    PATH,
    METHOD,
    REQUEST_NUMBER,
    GLOBAL_VAR,
    DATA_BUCKET,
    TEMPLATING;

    static RuleTarget of(String wireName) {
        return Arrays.stream(values())
                .filter(target -> target.name().equals(wireName.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(BODY);
    }

    /// Whether looking at it costs next to nothing.
    boolean isCheap() {
        return switch (this) {
            case QUERY, HEADER, COOKIE, PARAMS, PATH, METHOD, REQUEST_NUMBER -> true;
            case BODY, GLOBAL_VAR, DATA_BUCKET, TEMPLATING -> false;
        };
    }
}
