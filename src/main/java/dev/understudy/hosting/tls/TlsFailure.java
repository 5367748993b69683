package dev.understudy.hosting.tls;

import java.io.Serial;

/// A listener can't speak TLS as its environment wants it. The message is a sentence for its authors.
public final class TlsFailure extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    TlsFailure(String message) {
        super(message);
    }

    TlsFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
