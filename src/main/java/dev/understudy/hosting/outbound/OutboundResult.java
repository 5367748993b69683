package dev.understudy.hosting.outbound;

/// What came of a request to another server.
public sealed interface OutboundResult {

    record Answered(OutboundAnswer answer) implements OutboundResult {}

    /// No answer came.
    ///
    /// @param reason for the author of the mock, as a part of a sentence
    record Failed(String reason) implements OutboundResult {}
}
