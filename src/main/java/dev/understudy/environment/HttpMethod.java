package dev.understudy.environment;

import java.util.Locale;

/// The methods that routes and callbacks can have. `ALL` is for routes alone.
public enum HttpMethod implements Choosable {
    ALL,
    GET,
    POST,
    PUT,
    PATCH,
    DELETE,
    HEAD,
    OPTIONS,
    PROPFIND,
    PROPPATCH,
    MOVE,
    COPY,
    MKCOL,
    LOCK,
    UNLOCK,
    /// Not chosen yet, or without meaning, as in routes of other types.
    NONE;

    @Override
    public String wireName() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    /// As a request line has it; empty for `NONE`.
    public String verb() {
        return this == NONE ? "" : name();
    }
}
