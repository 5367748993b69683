package dev.understudy.compat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How two answers to one request differ, if they do.
final class Verdict {

    private Verdict() {}

    /// @param random whether the environment makes values up, so that bodies are compared by their shape
    static Optional<String> difference(Told reference, Told ours, boolean random) {
        if (reference.status() != ours.status()) {
            return Optional.of("status");
        }
        boolean sameBody = reference.body().equals(ours.body());
        if (!sameBody && !(random && Shape.of(reference.body()).equals(Shape.of(ours.body())))) {
            return Optional.of("body");
        }
        List<String> expected = comparable(reference.headers(), sameBody);
        List<String> found = comparable(ours.headers(), sameBody);
        if (expected.equals(found)) {
            return Optional.empty();
        }
        return random && names(expected).equals(names(found)) ? Optional.empty() : Optional.of("headers");
    }

    private static List<String> comparable(List<String> headers, boolean sameBody) {
        return headers.stream()
                .filter(header -> sameBody || !header.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .toList();
    }

    private static List<String> names(List<String> headers) {
        return headers.stream()
                .map(header -> header.substring(0, header.indexOf(':')))
                .toList();
    }
}
