package dev.understudy.history.activity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can be done to a node.
public enum Deed {
    ADDED,
    REMOVED,
    MOVED,
    CHANGED;

    /// The edits that do it, as the log calls them.
    List<String> operations() {
        return switch (this) {
            case ADDED -> List.of("add");
            case REMOVED -> List.of("remove");
            case MOVED -> List.of("move");
            case CHANGED -> List.of("set", "splice");
        };
    }

    /// As one says it, and as the public API calls it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Deed> ofOperation(String operation) {
        return Arrays.stream(values())
                .filter(deed -> deed.operations().contains(operation))
                .findFirst();
    }
}
