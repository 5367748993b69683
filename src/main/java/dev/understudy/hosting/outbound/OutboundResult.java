package dev.understudy.hosting.outbound;

/// What came of a request to another server.
public sealed interface OutboundResult {

    record Answered(OutboundAnswer answer) implements OutboundResult {}

    /// No answer came.
    ///
    /// @param reason for the authors of the mock, as a part of a sentence
    /// @param told the same for its clients, without addresses that only a look-up gave
    record Failed(String reason, String told) implements OutboundResult {

        Failed(String reason) {
            this(reason, reason);
        }
    }
}
