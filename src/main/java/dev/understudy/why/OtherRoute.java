package dev.understudy.why;

import dev.understudy.environment.NodeId;

/// A route that did not answer.
///
/// @param method `CRUD` and `WS` for routes of these types
/// @param path as its author wrote it, without the prefix of the environment
/// @param reason why not, or what differs, in words: "the method is POST there"
/// @param samePath whether it takes the path of the request
public record OtherRoute(NodeId route, String method, String path, String reason, boolean samePath) {

    @Override
    public String toString() {
        return method + " " + path + ": " + reason;
    }
}
