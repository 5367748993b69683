package dev.understudy.environment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A list of siblings under a parent. Folders and routes share [#CHILDREN]; every other kind stands in a
/// list of its own, and the environment keeps three lists of headers.
public enum Slot {
    /// The root itself, which is in no list.
    ROOT(Kind.ENVIRONMENT),
    CHILDREN(Kind.FOLDER),
    RESPONSES(Kind.RESPONSE),
    HEADERS(Kind.HEADER),
    PROXY_REQUEST_HEADERS(Kind.HEADER),
    PROXY_RESPONSE_HEADERS(Kind.HEADER),
    RULES(Kind.RULE),
    INVOCATIONS(Kind.INVOCATION),
    BUCKETS(Kind.BUCKET),
    CALLBACKS(Kind.CALLBACK),
    FILES(Kind.FILE);

    private static final Map<Slot, String> HEADER_LISTS = new EnumMap<>(Map.of(
            HEADERS, "headers",
            PROXY_REQUEST_HEADERS, "proxyReqHeaders",
            PROXY_RESPONSE_HEADERS, "proxyResHeaders"));

    private final Kind kind;

    Slot(Kind kind) {
        this.kind = kind;
    }

    /// The slot of a node: its kind decides, and for headers the name of the list (absent means `headers`).
    /// Empty if the list is not one that this kind can be in.
    public static Optional<Slot> of(Kind kind, @Nullable String list) {
        if (kind == Kind.HEADER) {
            String name = list == null ? "headers" : list;
            return HEADER_LISTS.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(name))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
        return list == null ? Optional.of(of(kind)) : Optional.empty();
    }

    /// The slot of a kind; headers go to [#HEADERS].
    public static Slot of(Kind kind) {
        return switch (kind) {
            case ENVIRONMENT -> ROOT;
            case FOLDER, ROUTE -> CHILDREN;
            case RESPONSE -> RESPONSES;
            case HEADER -> HEADERS;
            case RULE -> RULES;
            case INVOCATION -> INVOCATIONS;
            case BUCKET -> BUCKETS;
            case CALLBACK -> CALLBACKS;
            case FILE -> FILES;
        };
    }

    /// The wire name of a header list; empty for every other slot.
    public Optional<String> listName() {
        return Optional.ofNullable(HEADER_LISTS.get(this));
    }

    /// Whether a parent of the given kind has this list.
    public boolean standsUnder(Kind parent) {
        return slotsOf(parent).contains(this);
    }

    /// The lists that a node of this kind has, in the order in which they are shown and exported.
    public static List<Slot> slotsOf(Kind parent) {
        return switch (parent) {
            case ENVIRONMENT ->
                List.of(CHILDREN, HEADERS, PROXY_REQUEST_HEADERS, PROXY_RESPONSE_HEADERS, BUCKETS, CALLBACKS, FILES);
            case FOLDER -> List.of(CHILDREN);
            case ROUTE -> List.of(RESPONSES);
            case RESPONSE -> List.of(HEADERS, RULES, INVOCATIONS);
            case CALLBACK -> List.of(HEADERS);
            case HEADER, RULE, INVOCATION, BUCKET, FILE -> List.of();
        };
    }

    /// Whether a node of this kind may stand in this list.
    public boolean takes(Kind child) {
        return this == CHILDREN ? child == Kind.FOLDER || child == Kind.ROUTE : child == kind;
    }
}
