package dev.understudy.environment;

import java.util.Locale;

/// What a route answers: single requests, the operations on a data bucket, or WebSockets.
public enum RouteType implements Choosable {
    HTTP,
    CRUD,
    WS;

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
