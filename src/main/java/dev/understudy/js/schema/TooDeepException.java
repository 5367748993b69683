package dev.understudy.js.schema;

/// A schema refers to itself without end.
final class TooDeepException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooDeepException() {
        super("Too deep", null, false, false);
    }
}
