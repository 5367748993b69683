package dev.understudy.mock.exchange;

import dev.understudy.mock.wire.WireHeader;
import java.util.List;

/// A request that another server is to answer, planned in full. Immutable; the bytes are not to be written to.
public final class Forward implements Reply {

    /// Makes the answer to the client out of what comes of the request.
    public interface Completion {

        /// See [Forward#answered].
        MockResponse answered(int status, List<WireHeader> answered, byte[] content);

        /// See [Forward#failed].
        MockResponse failed(String reason, String told);
    }

    private final String method;
    private final String url;
    private final List<WireHeader> headers;
    private final byte[] body;
    private final int delayMillis;
    private final Completion reply;

    public Forward(
            String method, String url, List<WireHeader> headers, byte[] body, int delayMillis, Completion reply) {
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
    public List<WireHeader> headers() {
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
    public MockResponse answered(int status, List<WireHeader> answered, byte[] content) {
        return reply.answered(status, answered, content);
    }

    /// The answer if the other server gives none.
    ///
    /// @param reason why, in words that follow "Error: ", for those who look after the mock
    /// @param told the same for the client
    public MockResponse failed(String reason, String told) {
        return reply.failed(reason, told);
    }

    @Override
    public String toString() {
        return method + " " + url;
    }
}
