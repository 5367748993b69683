package dev.understudy.template.scope;

import java.util.OptionalInt;

/// The status that a template chose for its response; the last choice counts. For one rendering on one thread.
public final class StatusChoice {

    private static final int MIN = 100;
    private static final int MAX = 999;

    private int chosen;

    /// A number that is no status is not taken.
    public void choose(double status) {
        if (status >= MIN && status <= MAX) {
            chosen = (int) status;
        }
    }

    public OptionalInt chosen() {
        return chosen == 0 ? OptionalInt.empty() : OptionalInt.of(chosen);
    }
}
