package dev.understudy.mock.path;

/// A path pattern that cannot be read; the message says what is wrong and where. Never leaves the package:
/// [PathPattern#parse] turns it into a value.
final class PathSyntaxException extends Exception {

    PathSyntaxException(String message) {
        super(message);
    }
}
