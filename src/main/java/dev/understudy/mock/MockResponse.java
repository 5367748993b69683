package dev.understudy.mock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer, ready to be sent. Immutable; the arrays are shared and not to be written to.
public final class MockResponse {

    private static final byte[] NOTHING = {};

    private final int status;
    private final List<Header> headers;
    private final byte[] body;
    private final int delayMillis;
    private final WireHead head;

    /// @param headers in the order and spelling of the wire
    /// @param body what goes over the wire; empty for an answer to `HEAD`, whatever its `Content-Length`
    /// @param delayMillis how long to wait before it is sent
    MockResponse(int status, List<Header> headers, byte[] body, int delayMillis) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.delayMillis = delayMillis;
        this.head = WireHead.of(status, this.headers);
    }

    static MockResponse empty(int status, List<Header> headers, int delayMillis) {
        return new MockResponse(status, headers, NOTHING, delayMillis);
    }

    public int status() {
        return status;
    }

    public List<Header> headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    public int delayMillis() {
        return delayMillis;
    }

    /// Status line and headers in the form of the wire.
    public WireHead head() {
        return head;
    }

    /// The first header of that name, in whatever case; null if there is none.
    public @Nullable String header(String name) {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return null;
    }
}
