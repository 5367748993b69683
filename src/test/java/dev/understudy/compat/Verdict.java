package dev.understudy.compat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How two answers to one request differ, if they do.
final class Verdict {

    private static final Pattern UUID = Pattern.compile("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");

    private Verdict() {}

    /// @param random whether the environment makes values up, so that bodies are compared by their shape
    static Optional<String> difference(Told reference, Told ours, boolean random) {
        if (reference.status() != ours.status()) {
            return Optional.of("status");
        }
        boolean sameBody = withoutIds(reference.body()).equals(withoutIds(ours.body()));
        if (!sameBody && !(random && Shape.of(reference.body()).equals(Shape.of(ours.body())))) {
            return Optional.of("body");
        }
        // a body in chunks, or until the end of the connection, is the same body with its length
        boolean lengths = sameBody && reference.headers().stream().anyMatch(Verdict::isLength);
        List<String> expected = comparable(reference.headers(), lengths);
        List<String> found = comparable(ours.headers(), lengths);
        if (expected.equals(found)) {
            return Optional.empty();
        }
        return random && names(expected).equals(names(found)) ? Optional.empty() : Optional.of("headers");
    }

    /// Ids are made up even where nothing else is: by CRUD routes.
    private static String withoutIds(String body) {
        return UUID.matcher(body).replaceAll("(uuid)");
    }

    private static List<String> comparable(List<String> headers, boolean lengths) {
        return headers.stream()
                .filter(header -> lengths || (!isLength(header) && !isChunked(header)))
                .toList();
    }

    private static boolean isLength(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith("content-length:");
    }

    private static boolean isChunked(String header) {
        return header.toLowerCase(Locale.ROOT).equals("transfer-encoding: chunked");
    }

    private static List<String> names(List<String> headers) {
        return headers.stream()
                .map(header -> header.substring(0, header.indexOf(':')))
                .toList();
    }
}
