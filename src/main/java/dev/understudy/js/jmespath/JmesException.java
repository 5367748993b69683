package dev.understudy.js.jmespath;

/// An expression can't be read, or not be applied to its data. Which of its many reasons it was, nobody is told.
final class JmesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JmesException(String message) {
        super(message, null, false, false);
    }
}
