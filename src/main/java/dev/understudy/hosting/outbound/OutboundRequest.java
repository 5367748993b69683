package dev.understudy.hosting.outbound;

import dev.understudy.mock.wire.WireHeader;
import java.util.List;

/// A request to another server. Immutable; the bytes are not to be written to.
public final class OutboundRequest {

    private final String method;
    private final String url;
    private final List<WireHeader> headers;
    private final byte[] body;

    /// Takes the parts.
    ///
    /// @param headers all but those that frame the body
    public OutboundRequest(String method, String url, List<WireHeader> headers, byte[] body) {
        this.method = method;
        this.url = url;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    String method() {
        return method;
    }

    String url() {
        return url;
    }

    List<WireHeader> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
