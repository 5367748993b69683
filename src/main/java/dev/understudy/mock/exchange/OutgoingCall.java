package dev.understudy.mock.exchange;

import dev.understudy.mock.wire.WireHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A request to another server that an answer brings with it, planned in full. Immutable; the bytes are not to be
/// written to.
public final class OutgoingCall {

    private final String name;
    private final String method;
    private final String url;
    private final List<WireHeader> headers;
    private final byte[] body;
    private final int delayMillis;

    public OutgoingCall(
            String name, String method, String url, List<WireHeader> headers, byte[] body, int delayMillis) {
        this.name = name;
        this.method = method;
        this.url = url;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.delayMillis = delayMillis;
    }

    /// What its author calls it.
    public String name() {
        return name;
    }

    /// In upper case.
    public String method() {
        return method;
    }

    /// Absolute, or a path that starts with a slash: then it goes to the mock itself, whose prefix it has already.
    public String url() {
        return url;
    }

    public List<WireHeader> headers() {
        return headers;
    }

    /// Empty if there is none.
    public byte[] body() {
        return body;
    }

    /// The body for a log.
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// To wait for, counted from the answer.
    public int delayMillis() {
        return delayMillis;
    }

    @Override
    public String toString() {
        return method + " " + url;
    }
}
