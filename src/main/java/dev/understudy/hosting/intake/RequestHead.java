package dev.understudy.hosting.intake;

import dev.understudy.mock.wire.RequestHeaders;
import org.jspecify.annotations.Nullable;

/// What stands before the body of a request, nothing decoded.
///
/// @param target as it stands in the request line
/// @param persistent whether the client wants to go on with the connection
/// @param bodyBytes how long the body is; 0 if there is none, [#CHUNKED] if its chunks say so
/// @param fault why this is no head; the rest says nothing then. Null if it is one
public record RequestHead(
        String method,
        String target,
        boolean persistent,
        RequestHeaders headers,
        long bodyBytes,
        @Nullable Fault fault) {

    public static final long CHUNKED = -1;

    /// What can be wrong with a head.
    public enum Fault {
        MALFORMED,
        TOO_LARGE
    }

    static RequestHead faulty(Fault fault) {
        return new RequestHead("", "", false, RequestHeaders.NONE, 0, fault);
    }

    /// With other headers.
    public RequestHead with(RequestHeaders others) {
        return new RequestHead(method, target, persistent, others, bodyBytes, fault);
    }

    public boolean hasBody() {
        return bodyBytes != 0;
    }
}
