package dev.understudy.traffic;

import dev.understudy.environment.NodeId;
import dev.understudy.why.Why;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One request and its answer.
///
/// @param at when the answer was sent
/// @param method in upper case
/// @param path as it came, without the query
/// @param query as it came, without the question mark
/// @param requestHeaders as they came
/// @param route that answered; empty if none did
/// @param routePath of the route as its author wrote it; empty if none answered
/// @param response of the route
/// @param proxied whether another server gave the answer
/// @param durationMillis from the moment the request was there to that of the answer
/// @param sequel what there is beside
public record Exchange(
        UUID id,
        Instant at,
        String method,
        String path,
        String query,
        List<HeaderLine> requestHeaders,
        BodyExcerpt requestBody,
        int status,
        List<HeaderLine> responseHeaders,
        BodyExcerpt responseBody,
        Optional<NodeId> route,
        Optional<NodeId> response,
        String routePath,
        boolean proxied,
        long durationMillis,
        Reason reason,
        Sequel sequel) {

    /// One that is over with its answer.
    public Exchange(
            UUID id,
            Instant at,
            String method,
            String path,
            String query,
            List<HeaderLine> requestHeaders,
            BodyExcerpt requestBody,
            int status,
            List<HeaderLine> responseHeaders,
            BodyExcerpt responseBody,
            Optional<NodeId> route,
            Optional<NodeId> response,
            String routePath,
            boolean proxied,
            long durationMillis,
            Reason reason) {
        this(
                id,
                at,
                method,
                path,
                query,
                requestHeaders,
                requestBody,
                status,
                responseHeaders,
                responseBody,
                route,
                response,
                routePath,
                proxied,
                durationMillis,
                reason,
                Sequel.NONE);
    }

    /// The same, later.
    public Exchange with(Sequel later) {
        return new Exchange(
                id,
                at,
                method,
                path,
                query,
                requestHeaders,
                requestBody,
                status,
                responseHeaders,
                responseBody,
                route,
                response,
                routePath,
                proxied,
                durationMillis,
                reason,
                later);
    }

    /// Whether it was a WebSocket that was asked for, got or not.
    public boolean asksForSocket() {
        return requestHeaders.stream()
                .anyMatch(header -> header.name().equalsIgnoreCase("Upgrade")
                        && header.value().strip().equalsIgnoreCase("websocket"));
    }

    /// Finds out now what nobody asked about yet.
    void settle() {
        reason.why();
        sequel.conversation().ifPresent(talk -> talk.messages().forEach(SocketMessage::why));
    }

    /// Why it was answered so.
    public Why why() {
        return reason.why();
    }
}
