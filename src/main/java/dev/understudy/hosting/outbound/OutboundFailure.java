package dev.understudy.hosting.outbound;

import java.io.Serial;

/// Another server gave no answer. The message is for the authors of the mock; its clients are told no address that was
/// found by looking up a name.
public final class OutboundFailure extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final String told;

    OutboundFailure(String message) {
        this(message, message);
    }

    /// @param told the same for the clients of the mock
    OutboundFailure(String message, String told) {
        super(message);
        this.told = told;
    }

    String told() {
        return told;
    }
}
