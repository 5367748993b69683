package dev.understudy.mock.path;

import org.jspecify.annotations.Nullable;

/// A piece of one alternative of a path pattern, ready to be matched. Texts are case-folded ([Fold]).
public sealed interface PathPart {

    record Text(String folded) implements PathPart {}

    /// Takes at least one character: a run, or else what `fallback` or `fallbackText` allows. The two differ
    /// from the run only where a pattern has several captures; they keep matching linear and the result that
    /// of the reference.
    record Capture(
            String name,
            boolean wildcard,
            Run run,
            @Nullable Run fallback,
            @Nullable String fallbackText) implements PathPart {

        static Capture plain(String name, boolean wildcard, Run run) {
            return new Capture(name, wildcard, run, null, null);
        }

        /// Same behaviour, whatever the name: for finding equal edges of the index.
        Capture nameless() {
            return new Capture("", wildcard, run, fallback, fallbackText);
        }
    }

    /// Characters up to a slash (if it ends there) and up to the next occurrence of a text (if not empty).
    record Run(boolean endsAtSlash, String endsAt) {

        static final Run OF_SEGMENT = new Run(true, "");
        static final Run OF_ANYTHING = new Run(false, "");

        boolean goesOver(String path, int at) {
            return !(endsAtSlash && path.charAt(at) == '/') && (endsAt.isEmpty() || !path.startsWith(endsAt, at));
        }
    }
}
