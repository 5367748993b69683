package dev.understudy.ui.editor;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Slot;
import java.util.Arrays;
import java.util.Optional;

/// A part of an environment that has many things of a kind. The word is what an address without a node ends with.
enum Section {
    ROUTES(""),
    DATA("data"),
    CALLBACKS("callbacks"),
    FILES("files"),
    TRAFFIC("traffic");

    private final String word;

    Section(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<Section> ofWord(String word) {
        return Arrays.stream(values())
                .filter(section -> !word.isEmpty() && section.word.equals(word))
                .findFirst();
    }

    /// Whether the left side lists it; else it is a page of its own, with no list beside it.
    boolean isListed() {
        return this != FILES && this != TRAFFIC;
    }

    /// The section in which a node is found; empty for the settings.
    static Optional<Section> of(Node form) {
        return switch (form.kind()) {
            case FOLDER, ROUTE, RESPONSE, RULE, INVOCATION -> Optional.of(ROUTES);
            case BUCKET -> Optional.of(DATA);
            case CALLBACK -> Optional.of(CALLBACKS);
            case FILE -> Optional.of(FILES);
            case ENVIRONMENT, HEADER -> Optional.empty();
        };
    }

    /// What is shown where the address names nothing in particular.
    Optional<NodeId> first(Environment environment) {
        return switch (this) {
            case ROUTES -> FirstRoute.of(environment);
            case DATA -> first(environment, Slot.BUCKETS);
            case CALLBACKS -> first(environment, Slot.CALLBACKS);
            case FILES, TRAFFIC -> Optional.empty();
        };
    }

    private static Optional<NodeId> first(Environment environment, Slot slot) {
        return environment.children(environment.root().id(), slot).stream()
                .map(Node::id)
                .findFirst();
    }
}
