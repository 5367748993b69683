package dev.understudy.hosting.outbound;

import java.io.Serial;

/// Another server gave no answer. The message is for the author of the mock.
public final class OutboundFailure extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    OutboundFailure(String message) {
        super(message);
    }
}
