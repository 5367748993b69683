package dev.understudy.hosting.listener;

/// What came of trying to open a listener in this process.
sealed interface OpenResult {

    record Opened(LocalListener listener) implements OpenResult {}

    /// Nothing changed.
    ///
    /// @param reason one or two sentences for people
    record Refused(String reason) implements OpenResult {}
}
