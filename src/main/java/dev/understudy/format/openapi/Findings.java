package dev.understudy.format.openapi;

import dev.understudy.environment.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What of one description was left out or mended. Used by one thread, once.
final class Findings {

    /// How many are listed one by one.
    static final int MAX_LISTED = 200;

    private final List<Problem> listed = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private int unlisted;

    void add(SpecPlace place, String message) {
        if (listed.size() < MAX_LISTED) {
            listed.add(Problem.inFile(Problem.Severity.REPAIRED, place.pointer(), message));
        } else {
            unlisted++;
        }
    }

    /// For what comes again and again: only the first place is told.
    void addOnce(SpecPlace place, String message) {
        if (told.add(message)) {
            add(place, message);
        }
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(listed);
        if (unlisted > 0) {
            problems.add(Problem.inFile(Problem.Severity.REPAIRED, "", "… and %,d more.".formatted(unlisted)));
        }
        return List.copyOf(problems);
    }
}
