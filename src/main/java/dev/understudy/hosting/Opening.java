package dev.understudy.hosting;

/// What came of trying to open a listener in this process.
sealed interface Opening {

    record Opened(LocalListener listener) implements Opening {}

    /// Nothing changed.
    ///
    /// @param reason one or two sentences for people
    record Refused(String reason) implements Opening {}
}
