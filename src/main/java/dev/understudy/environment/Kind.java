package dev.understudy.environment;

import java.util.Arrays;
import java.util.Optional;

/// What a node is. The wire name is the lower-case word of the public API.
public enum Kind {
    ENVIRONMENT("environment"),
    FOLDER("folder"),
    ROUTE("route"),
    RESPONSE("response"),
    HEADER("header"),
    RULE("rule"),
    INVOCATION("invocation"),
    BUCKET("bucket"),
    CALLBACK("callback"),
    FILE("file");

    private final String wireName;

    Kind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<Kind> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(name))
                .findFirst();
    }
}
