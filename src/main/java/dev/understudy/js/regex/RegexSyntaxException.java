package dev.understudy.js.regex;

/// A source is no regular expression; caught where it was handed in.
final class RegexSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegexSyntaxException(String message) {
        super(message, null, false, false);
    }
}
