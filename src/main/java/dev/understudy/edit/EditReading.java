package dev.understudy.edit;

/// What came of reading a change from outside.
public sealed interface EditReading {

    record Read(Change change) implements EditReading {}

    /// Not a change.
    ///
    /// @param edit the index of the edit at fault; -1 if it is the change itself
    /// @param message a sentence that says what is expected
    record Malformed(int edit, String message) implements EditReading {}
}
