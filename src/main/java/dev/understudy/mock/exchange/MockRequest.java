package dev.understudy.mock.exchange;

import dev.understudy.mock.wire.RequestHeaders;
import java.util.Locale;

/// A request as it came, nothing decoded and nothing normalised.
public final class MockRequest {

    private final String method;
    private final String rawPath;
    private final String rawQuery;
    private final RequestHeaders headers;
    private final byte[] body;
    private final Arrival arrival;

    /// Takes the parts of a request.
    ///
    /// @param rawPath the request target without its query: as a rule a path, but `*` and `http://…` occur too
    /// @param rawQuery what follows the question mark; empty if there is none
    /// @param body all of it; not copied and not to be written to
    public MockRequest(
            String method, String rawPath, String rawQuery, RequestHeaders headers, byte[] body, Arrival arrival) {
        this.method = method.toUpperCase(Locale.ROOT);
        this.rawPath = rawPath;
        this.rawQuery = rawQuery;
        this.headers = headers;
        this.body = body;
        this.arrival = arrival;
    }

    /// In upper case.
    public String method() {
        return method;
    }

    public String rawPath() {
        return rawPath;
    }

    public String rawQuery() {
        return rawQuery;
    }

    public RequestHeaders headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    public Arrival arrival() {
        return arrival;
    }

    @Override
    public String toString() {
        return method + " " + rawPath + (rawQuery.isEmpty() ? "" : "?" + rawQuery);
    }
}
