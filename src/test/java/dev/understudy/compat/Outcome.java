package dev.understudy.compat;

import java.util.List;

/// What came of one file.
///
/// @param asked how many requests were sent to both
/// @param millis how long that took
record Outcome(String name, int asked, List<Difference> differences, long millis) {

    /// A request that was answered differently.
    record Difference(Ask ask, String kind, Told reference, Told ours) {

        private static final int SHOWN = 200;

        /// The request in one line, the same in every run; of a long one the beginning and a number that stands for
        /// all of it.
        String line() {
            StringBuilder text = new StringBuilder(ask.method()).append(' ').append(ask.target());
            ask.headers()
                    .forEach(header -> text.append(" | ")
                            .append(header.getKey())
                            .append(": ")
                            .append(header.getValue()));
            if (!ask.body().isEmpty()) {
                text.append(" | ").append(ask.body());
            }
            String line =
                    text.toString().replace("\r\n", "⏎").replace("\n", "⏎").strip();
            return line.length() <= SHOWN
                    ? line
                    : "%s… %08x".formatted(line.substring(0, SHOWN).strip(), line.hashCode());
        }

        @Override
        public String toString() {
            return "  %s of %s%n    reference %s%n    ours      %s".formatted(kind, ask, reference, ours);
        }
    }

    int equal() {
        return asked - differences.size();
    }
}
