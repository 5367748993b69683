package dev.understudy.why;

import java.util.List;

/// Why a request was answered as it was. Immutable.
///
/// @param by what gave the answer
/// @param answer what its author calls the response that answered, else its status; empty if no response did
/// @param lines in the order in which it was decided; the last of those that hold is what answered
/// @param passed routes that take the path and stand before the one that answered, with the reason why they did not
/// @param nearest where nothing matched: the routes that come nearest, the nearest first, with what differs
public record Why(By by, String answer, List<Line> lines, List<OtherRoute> passed, List<OtherRoute> nearest) {

    /// Where nobody knows any more.
    public static final Why UNKNOWN = new Why(By.NOTHING, "", List.of(), List.of(), List.of());

    /// What gives answers.
    public enum By {
        RESPONSE("response"),
        PROXY("proxy"),
        PREFLIGHT("preflight"),
        FAILURE("failure"),
        NOTHING("nothing");

        private final String word;

        By(String word) {
            this.word = word;
        }

        /// As programs are told.
        public String word() {
            return word;
        }
    }

    public Why {
        lines = List.copyOf(lines);
        passed = List.copyOf(passed);
        nearest = List.copyOf(nearest);
    }

    /// All of it in a few words: "answered by Found", "nothing matched · nearest: orders/:id".
    public String summary() {
        return switch (by) {
            case RESPONSE -> "answered by " + answer;
            case PROXY -> "answered by the server behind";
            case PREFLIGHT -> "answered as a preflight of CORS";
            case FAILURE -> "could not be answered";
            case NOTHING -> unanswered();
        };
    }

    private String unanswered() {
        if (nearest.isEmpty()) {
            return "nothing matched · no route resembles it";
        }
        OtherRoute first = nearest.getFirst();
        return first.samePath() ? first.reason() : "nothing matched · nearest: " + first.path();
    }
}
