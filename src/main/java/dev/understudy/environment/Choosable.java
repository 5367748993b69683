package dev.understudy.environment;

/// One of the few values that a choice field takes. Implemented by enums: whoever deals with one in a `switch` without
/// `default` is told by the compiler when there is another.
public interface Choosable {

    String name();

    /// Its word in the exchange format and in edits; empty for "nothing chosen".
    default String wireName() {
        return name();
    }
}
