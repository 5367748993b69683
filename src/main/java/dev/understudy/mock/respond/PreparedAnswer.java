package dev.understudy.mock.respond;

import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.wire.BodyEncoding;
import dev.understudy.mock.wire.ContentType;
import dev.understudy.mock.wire.Freshness;
import dev.understudy.mock.wire.HeaderSheet;
import dev.understudy.mock.wire.WireHeader;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// An answer in all the forms it may take, prepared before the first request: whole, without its body for
/// `HEAD`, and as 304 for a client that has it already.
public final class PreparedAnswer {

    private static final int NO_CONTENT = 204;
    private static final int RESET_CONTENT = 205;
    private static final int NOT_MODIFIED = 304;
    private static final byte[] NOTHING = {};

    private final MockResponse whole;
    private final MockResponse withoutBody;
    private final MockResponse notModified;
    private final Freshness freshness;

    private PreparedAnswer(
            MockResponse whole, MockResponse withoutBody, MockResponse notModified, Freshness freshness) {
        this.whole = whole;
        this.withoutBody = withoutBody;
        this.notModified = notModified;
        this.freshness = freshness;
    }

    /// Prepares all forms of an answer whose text is known.
    ///
    /// @param headers of environment and response; the sheet is used up
    public static PreparedAnswer of(int status, HeaderSheet headers, String text, int delayMillis) {
        Freshness freshness = Freshness.of(status, headers.get("ETag"), headers.get("Last-Modified"));
        byte[] body = bytes(status, headers, text);
        headers.set("Content-Length", Integer.toString(body.length));
        MockResponse notModified = MockResponse.empty(NOT_MODIFIED, bare(headers), delayMillis);
        if (status == NO_CONTENT || status == NOT_MODIFIED) {
            MockResponse empty = MockResponse.empty(status, bare(headers), delayMillis);
            return new PreparedAnswer(empty, empty, notModified, freshness);
        }
        if (status == RESET_CONTENT) {
            headers.remove("Transfer-Encoding");
        }
        List<WireHeader> all = headers.toList();
        MockResponse withoutBody = MockResponse.empty(status, all, delayMillis);
        // a body after an interim status would be taken for the start of the next response
        MockResponse whole = status < 200 ? withoutBody : new MockResponse(status, all, body, delayMillis);
        return new PreparedAnswer(whole, withoutBody, notModified, freshness);
    }

    /// The one form that a request gets, made for it alone.
    ///
    /// @param headers of environment and response; the sheet is used up
    public static MockResponse once(
            MockRequest request, int status, HeaderSheet headers, String text, int delayMillis) {
        boolean head = request.method().equals("HEAD");
        byte[] body = bytes(status, headers, text);
        if ((head || request.method().equals("GET"))
                && Freshness.isAskedFor(request.headers())
                && Freshness.of(status, headers.get("ETag"), headers.get("Last-Modified"))
                        .isFresh(request.headers())) {
            return MockResponse.empty(NOT_MODIFIED, bare(headers), delayMillis);
        }
        if (status == NO_CONTENT || status == NOT_MODIFIED) {
            return MockResponse.empty(status, bare(headers), delayMillis);
        }
        if (status == RESET_CONTENT) {
            headers.remove("Transfer-Encoding");
        }
        headers.set("Content-Length", Integer.toString(body.length));
        return head || status < 200
                ? MockResponse.empty(status, headers.toList(), delayMillis)
                : new MockResponse(status, headers.toList(), body, delayMillis);
    }

    /// An answer of bytes that are sent as they are.
    ///
    /// @param headers complete; the sheet is used up
    static MockResponse ofBytes(MockRequest request, int status, HeaderSheet headers, byte[] body, int delayMillis) {
        boolean bodiless =
                request.method().equals("HEAD") || status < 200 || status == NO_CONTENT || status == NOT_MODIFIED;
        return bodiless
                ? MockResponse.empty(status, headers.toList(), delayMillis)
                : new MockResponse(status, headers.toList(), body, delayMillis);
    }

    /// The same with all its forms changed.
    public PreparedAnswer map(UnaryOperator<MockResponse> change) {
        return new PreparedAnswer(change.apply(whole), change.apply(withoutBody), change.apply(notModified), freshness);
    }

    MockResponse to(MockRequest request) {
        boolean head = request.method().equals("HEAD");
        if ((head || request.method().equals("GET")) && freshness.isFresh(request.headers())) {
            return notModified;
        }
        return head ? withoutBody : whole;
    }

    private static List<WireHeader> bare(HeaderSheet headers) {
        HeaderSheet bare = new HeaderSheet(headers);
        bare.remove("Content-Type", "Content-Length", "Transfer-Encoding");
        return bare.toList();
    }

    private static byte[] bytes(int status, HeaderSheet headers, String text) {
        byte[] all = bytes(headers, text);
        return status == RESET_CONTENT ? NOTHING : all;
    }

    /// The bytes of the text under the charset of the `Content-Type`, which is completed on the way.
    private static byte[] bytes(HeaderSheet headers, String text) {
        String type = headers.get("Content-Type");
        if (type == null || type.isEmpty()) {
            headers.set("Content-Type", "text/html; charset=utf-8");
            return BodyEncoding.utf8(text);
        }
        Optional<String> charset = ContentType.charset(type);
        if (charset.isPresent()) {
            return BodyEncoding.encode(text, charset.get());
        }
        Optional<String> completed = ContentType.asUtf8(type);
        headers.set("Content-Type", completed.orElse("text/plain; charset=utf-8"));
        String sent = completed.isPresent() ? text : "Error while serving the content: invalid media type";
        return BodyEncoding.utf8(sent);
    }
}
