package dev.understudy.mock;

import dev.understudy.mock.wire.Header;
import java.util.List;

/// A request that another server is to answer, planned in full. Immutable; the bytes are not to be written to.
public final class Forward implements Reply {

    private final String method;
    private final String url;
    private final List<Header> headers;
    private final byte[] body;
    private final int delayMillis;
    private final ForwardReply reply;

    Forward(String method, String url, List<Header> headers, byte[] body, int delayMillis, ForwardReply reply) {
        this.method = method;
        this.url = url;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.delayMillis = delayMillis;
        this.reply = reply;
    }

    public String method() {
        return method;
    }

    /// Absolute.
    public String url() {
        return url;
    }

    /// Complete but for those that frame the body.
    public List<Header> headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    /// To wait before it is sent.
    public int delayMillis() {
        return delayMillis;
    }

    /// The answer, made out of the other server's.
    ///
    /// @param answered in the order in which they came
    /// @param content as it came, still compressed if it was; not copied and not to be written to
    public MockResponse answered(int status, List<Header> answered, byte[] content) {
        return reply.answered(status, answered, content);
    }

    /// The answer if the other server gives none.
    ///
    /// @param reason why, in words that follow "Error: "
    public MockResponse failed(String reason) {
        return reply.failed(reason);
    }

    @Override
    public String toString() {
        return method + " " + url;
    }
}
