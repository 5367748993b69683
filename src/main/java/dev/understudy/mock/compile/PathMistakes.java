package dev.understudy.mock.compile;

/// Says in plain words why a path can't be read, of what the reader of paths says in the reference's.
final class PathMistakes {

    private PathMistakes() {}

    static String sentence(String reason) {
        if (reason.startsWith("Unexpected end at")) {
            return "A { is never closed: write } where the optional part ends.";
        }
        if (reason.startsWith("Unexpected end after")) {
            return "The \\ at its end stands before nothing: take it out.";
        }
        if (reason.startsWith("Unexpected ")) {
            String sign = reason.substring("Unexpected ".length(), reason.indexOf(" at index"));
            return "In paths %s has a meaning of its own: write \\%s for the sign itself.".formatted(sign, sign);
        }
        if (reason.startsWith("Missing parameter name")) {
            return "After : and * stands a name, as in :id. Write \\: or \\* for the sign itself.";
        }
        if (reason.startsWith("Unterminated quote")) {
            return "A name in quotes has no end: write \" where it ends.";
        }
        if (reason.startsWith("Missing text before")) {
            return "Two parameters touch each other: write something between them, such as a slash.";
        }
        return "It has too many parts, or too many combinations of optional parts: shorten it, or make several routes of it.";
    }
}
