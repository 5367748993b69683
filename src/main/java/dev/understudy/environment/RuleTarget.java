package dev.understudy.environment;

import java.util.Locale;

/// What a rule looks at.
public enum RuleTarget implements Choosable {
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

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
