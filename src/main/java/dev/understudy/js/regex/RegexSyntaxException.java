package dev.understudy.js.regex;

/// A source is no regular expression; caught where it was handed in.
final class RegexSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RegexMistake mistake;

    RegexSyntaxException(RegexMistake mistake) {
        super(mistake.words(), null, false, false);
        this.mistake = mistake;
    }

    RegexMistake mistake() {
        return mistake;
    }
}
