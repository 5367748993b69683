package dev.understudy.hosting.outbound;

import dev.understudy.mock.wire.WireHeader;
import java.util.List;

/// What another server answered, as it came. Immutable; the bytes are not to be written to.
public final class OutboundAnswer {

    private final int status;
    private final List<WireHeader> headers;
    private final byte[] body;

    OutboundAnswer(int status, List<WireHeader> headers, byte[] body) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    public int status() {
        return status;
    }

    /// In the order in which they came.
    public List<WireHeader> headers() {
        return headers;
    }

    /// Without chunks, but still compressed if it was.
    public byte[] body() {
        return body;
    }
}
