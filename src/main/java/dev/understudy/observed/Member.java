package dev.understudy.observed;

import java.util.Map;

/// A request as one of those of a route.
///
/// @param path below the prefix of the mock; starts with a slash
/// @param params what the parameters of the route's path are for it, decoded
record Member(Observed observed, String path, Map<String, String> params) {

    static Member of(Observed observed, String path) {
        return new Member(observed, path, Map.of());
    }

    Member with(Map<String, String> taken) {
        return new Member(observed, path, taken);
    }
}
