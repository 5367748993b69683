package dev.understudy.mock.respond;

import java.util.Set;

/// Headers of which Node keeps the first, in requests and in the answers of other servers alike; of all others but
/// cookies the values are joined.
public final class SingleHeaders {

    private static final Set<String> NAMES = Set.of(
            "age",
            "authorization",
            "content-length",
            "content-type",
            "etag",
            "expires",
            "from",
            "host",
            "if-modified-since",
            "if-unmodified-since",
            "last-modified",
            "location",
            "max-forwards",
            "proxy-authorization",
            "referer",
            "retry-after",
            "server",
            "user-agent");

    private SingleHeaders() {}

    /// Whether only the first of several headers of that name counts.
    ///
    /// @param name in lower case
    public static boolean include(String name) {
        return NAMES.contains(name);
    }
}
