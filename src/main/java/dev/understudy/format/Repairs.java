package dev.understudy.format;

import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The list of what was mended in one file, with places in the original. Used by one thread, once.
final class Repairs {

    /// How many are listed one by one.
    static final int MAX_LISTED = 200;

    private final Places places;
    private final List<Problem> listed = new ArrayList<>();
    private int unlisted;

    Repairs(Places places) {
        this.places = places;
    }

    Places places() {
        return places;
    }

    void add(String place, String message) {
        add(Problem.inFile(Problem.Severity.REPAIRED, place, message));
    }

    void add(JsonNode container, String key, String message) {
        if (isFull()) {
            unlisted++;
        } else {
            add(places.of(container, key), message);
        }
    }

    void add(JsonNode container, NodeId node, String field, String message) {
        if (isFull()) {
            unlisted++;
        } else {
            String place = field.isEmpty() ? places.of(container) : places.of(container, field);
            add(new Problem(Problem.Severity.REPAIRED, place, Optional.of(node), field, message));
        }
    }

    List<Problem> problems() {
        if (unlisted == 0) {
            return List.copyOf(listed);
        }
        List<Problem> problems = new ArrayList<>(listed);
        problems.add(Problem.inFile(Problem.Severity.REPAIRED, "", "… and %,d more.".formatted(unlisted)));
        return List.copyOf(problems);
    }

    private void add(Problem problem) {
        if (isFull()) {
            unlisted++;
        } else {
            listed.add(problem);
        }
    }

    private boolean isFull() {
        return listed.size() >= MAX_LISTED;
    }
}
