package dev.understudy.hosting.wire;

import dev.understudy.environment.RuleTarget;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.exchange.Origin;
import dev.understudy.mock.explain.Asked;
import dev.understudy.mock.explain.Secrecy;
import dev.understudy.mock.explain.Signposts;
import dev.understudy.mock.rule.Trail;
import dev.understudy.mock.wire.RequestHeaders;
import dev.understudy.mock.wire.WireHeader;
import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.ExchangeIds;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Reason;
import dev.understudy.traffic.Redaction;
import dev.understudy.traffic.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A request and its answer as they were at hand when it was sent, put into words when somebody asks. Keeps only the
/// start of long bodies. Any thread may call it.
final class LoggedExchange implements Supplier<Exchange> {

    private final long millis;
    private final long durationMillis;
    private final String method;
    private final String path;
    private final String query;
    private final RequestHeaders requestHeaders;
    private final BodyExcerpt requestBody;
    private final int status;
    private final List<WireHeader> responseHeaders;
    private final BodyExcerpt responseBody;
    private final Optional<Origin> origin;
    private final boolean proxied;
    private final Optional<Trail> trail;
    private @Nullable Signposts signposts;
    private @Nullable Exchange told;

    private LoggedExchange(
            long millis,
            long durationMillis,
            MockRequest request,
            BodyExcerpt requestBody,
            MockResponse response,
            BodyExcerpt responseBody,
            boolean proxied,
            Signposts signposts) {
        this.millis = millis;
        this.durationMillis = durationMillis;
        this.method = request.method();
        this.path = request.rawPath();
        this.query = request.rawQuery();
        this.requestHeaders = request.headers();
        this.requestBody = requestBody;
        this.status = response.status();
        this.responseHeaders = response.headers();
        this.responseBody = responseBody;
        this.origin = response.origin();
        this.proxied = proxied;
        this.trail = response.trail();
        this.signposts = signposts;
    }

    /// Keeps it in the log of its listener.
    ///
    /// @param signposts of the version that answered
    static void keep(
            Traffic traffic,
            long millis,
            long durationMillis,
            MockRequest request,
            MockResponse response,
            boolean proxied,
            Signposts signposts) {
        BodyExcerpt requestBody = traffic.excerpt(request.body());
        BodyExcerpt responseBody = traffic.excerpt(response.body());
        traffic.add(
                new LoggedExchange(
                        millis, durationMillis, request, requestBody, response, responseBody, proxied, signposts),
                requestBody,
                responseBody);
    }

    @Override
    public synchronized Exchange get() {
        Exchange exchange = told;
        if (exchange == null) {
            List<HeaderLine> asked = lines(requestHeaders.all());
            exchange = new Exchange(
                    ExchangeIds.at(millis),
                    Instant.ofEpochMilli(millis),
                    method,
                    path,
                    query,
                    asked,
                    requestBody,
                    status,
                    lines(responseHeaders),
                    responseBody,
                    origin.map(Origin::route),
                    origin.map(Origin::response),
                    origin.map(Origin::path).orElse(""),
                    proxied,
                    durationMillis,
                    reason(asked));
            told = exchange;
            signposts = null;
        }
        return exchange;
    }

    /// Holds on to the version that answered only as long as nobody asked.
    private Reason reason(List<HeaderLine> asked) {
        Signposts posts = Objects.requireNonNull(signposts);
        Secrecy secrecy = (target, name, seen) -> hide(asked, query, target, name, seen);
        Asked facts = new Asked(method, path, status, origin, proxied, trail, secrecy);
        return Reason.by(() -> posts.explain(facts));
    }

    private static String hide(List<HeaderLine> asked, String query, RuleTarget target, String name, String seen) {
        return switch (target) {
            case COOKIE -> Redaction.of(new HeaderLine("Cookie", seen)).value();
            case HEADER -> Redaction.of(new HeaderLine(name, seen)).value();
            case QUERY -> Redaction.of(Redaction.parameter(name, seen), Redaction.secrets(asked, query));
            case BODY, PARAMS, PATH, METHOD, REQUEST_NUMBER, GLOBAL_VAR, DATA_BUCKET, TEMPLATING ->
                Redaction.of(seen, Redaction.secrets(asked, query));
        };
    }

    private static List<HeaderLine> lines(List<WireHeader> headers) {
        return headers.stream()
                .map(header -> new HeaderLine(header.name(), header.value()))
                .toList();
    }
}
