package dev.understudy.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.understudy.environment.NodeId;
import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Redaction;
import dev.understudy.why.Check;
import dev.understudy.why.Line;
import dev.understudy.why.OtherRoute;
import dev.understudy.why.Why;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request to a mock and its answer, without secrets.
///
/// @param at when the answer was sent
/// @param route that answered; null if none did
/// @param why in the order in which it was decided
/// @param passedOver routes before the one that answered, with the reason why they did not
/// @param nearest where nothing matched
/// @param sequel what there is beside
record TrafficView(
        UUID id,
        Instant at,
        long durationMs,
        Request request,
        Response response,
        @Nullable Route route,
        By answeredBy,
        List<Step> why,
        List<Other> passedOver,
        List<Other> nearest,
        @JsonUnwrapped SequelView sequel) {

    /// @param body as text, or in Base64 if `bodyIsBase64`
    /// @param bodyBytes of the whole body
    /// @param bodyCut whether only its start is there
    record Request(
            String method,
            String path,
            String query,
            List<HeaderLine> headers,
            String body,
            boolean bodyIsBase64,
            int bodyBytes,
            boolean bodyCut) {}

    /// As of a [Request].
    record Response(
            int status, List<HeaderLine> headers, String body, boolean bodyIsBase64, int bodyBytes, boolean bodyCut) {}

    /// @param path as its author wrote it, prefix included
    record Route(String id, String path) {}

    /// @param kind `response`, `proxy`, `preflight`, `failure` or `nothing`
    /// @param response its id; null if none answered
    /// @param label of the response, or its status
    /// @param summary in a few words
    record By(String kind, @Nullable String response, String label, String summary) {}

    /// @param held null if it only tells of something
    /// @param node the response or route that it is about; null if it is about none
    record Step(
            String text, @Nullable Boolean held, @Nullable String node, List<Rule> rules) {}

    /// @param compared what it saw; null if there was nothing
    /// @param held null if nobody looked, since it was decided already
    record Rule(
            String target,
            String name,
            String operator,
            String value,
            boolean inverted,
            @Nullable String compared,
            @Nullable Boolean held) {}

    record Other(String route, String method, String path, String reason) {}

    static TrafficView of(Exchange exchange) {
        Why why = exchange.why();
        BodyText asked = BodyText.of(exchange.requestBody());
        BodyText answered = BodyText.of(exchange.responseBody());
        return new TrafficView(
                exchange.id(),
                exchange.at(),
                exchange.durationMillis(),
                new Request(
                        exchange.method(),
                        exchange.path(),
                        Redaction.query(exchange.query()),
                        Redaction.of(exchange.requestHeaders()),
                        asked.text(),
                        asked.base64(),
                        exchange.requestBody().length(),
                        exchange.requestBody().isCut()),
                new Response(
                        exchange.status(),
                        Redaction.of(exchange.responseHeaders()),
                        answered.text(),
                        answered.base64(),
                        exchange.responseBody().length(),
                        exchange.responseBody().isCut()),
                exchange.route()
                        .map(route -> new Route(route.value(), exchange.routePath()))
                        .orElse(null),
                new By(
                        why.by().word(),
                        exchange.response().map(NodeId::value).orElse(null),
                        why.answer(),
                        why.summary()),
                why.lines().stream().map(TrafficView::step).toList(),
                why.passed().stream().map(TrafficView::other).toList(),
                why.nearest().stream().map(TrafficView::other).toList(),
                SequelView.of(exchange.sequel()));
    }

    private static Step step(Line line) {
        Optional<Boolean> held = switch (line.mark()) {
            case HELD -> Optional.of(true);
            case FAILED -> Optional.of(false);
            case NOTE -> Optional.empty();
        };
        return new Step(
                line.text(),
                held.orElse(null),
                line.node().map(NodeId::value).orElse(null),
                line.checks().stream().map(TrafficView::rule).toList());
    }

    private static Rule rule(Check check) {
        return new Rule(
                check.target().wireName(),
                check.name(),
                check.operator().wireName(),
                check.value(),
                check.inverted(),
                check.compared().orElse(null),
                check.held().orElse(null));
    }

    private static Other other(OtherRoute route) {
        return new Other(route.route().value(), route.method(), route.path(), route.reason());
    }

    /// What a body is as a text, as far as it is kept.
    record BodyText(String text, boolean base64) {

        static BodyText of(BodyExcerpt body) {
            return of(body, false);
        }

        /// @param bytes whether it is bytes, whatever they are
        static BodyText of(BodyExcerpt body, boolean bytes) {
            Optional<String> text = bytes ? Optional.empty() : body.text();
            return text.map(all -> new BodyText(all, false))
                    .orElseGet(() -> new BodyText(Base64.getEncoder().encodeToString(body.bytes()), true));
        }
    }
}
