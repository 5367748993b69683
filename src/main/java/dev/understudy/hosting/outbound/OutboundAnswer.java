package dev.understudy.hosting.outbound;

import dev.understudy.mock.wire.Header;
import java.util.List;

/// What another server answered, as it came. Immutable; the bytes are not to be written to.
public final class OutboundAnswer {

    private final int status;
    private final List<Header> headers;
    private final byte[] body;

    OutboundAnswer(int status, List<Header> headers, byte[] body) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    public int status() {
        return status;
    }

    /// In the order in which they came.
    public List<Header> headers() {
        return headers;
    }

    /// Without chunks, but still compressed if it was.
    public byte[] body() {
        return body;
    }
}
