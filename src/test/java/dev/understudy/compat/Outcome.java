package dev.understudy.compat;

import java.util.List;

/// What came of one file.
///
/// @param asked how many requests were sent to both
record Outcome(String name, int asked, List<Difference> differences) {

    /// A request that was answered differently.
    record Difference(Ask ask, String kind, Told reference, Told ours) {

        @Override
        public String toString() {
            return "  %s of %s%n    reference %s%n    ours      %s".formatted(kind, ask, reference, ours);
        }
    }

    int equal() {
        return asked - differences.size();
    }
}
