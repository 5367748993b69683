package dev.understudy.traffic;

import java.time.Instant;
import java.util.List;

/// A request that an answer of a mock brought with it, and what came of it.
///
/// @param name what its author calls it
/// @param status of the answer; 0 if there was none
/// @param failure why there was none; empty if there was one
public record CallbackReport(
        Instant at,
        String name,
        String method,
        String url,
        List<HeaderLine> requestHeaders,
        BodyExcerpt requestBody,
        int status,
        List<HeaderLine> responseHeaders,
        BodyExcerpt responseBody,
        String failure) {

    /// How many bytes it holds, where they are many.
    public long heldBytes() {
        return requestBody.heldBytes() + responseBody.heldBytes();
    }

    /// The same with no more than the start of its bodies.
    public CallbackReport small() {
        return new CallbackReport(
                at,
                name,
                method,
                url,
                requestHeaders,
                requestBody.small(),
                status,
                responseHeaders,
                responseBody.small(),
                failure);
    }
}
