package dev.understudy.hosting.wire;

import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.exchange.Origin;
import dev.understudy.mock.wire.RequestHeaders;
import dev.understudy.mock.wire.WireHeader;
import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A request and its answer as they were at hand when it was sent, put into words when somebody asks. Keeps only the
/// start of long bodies. Any thread may call it.
final class LoggedExchange implements Supplier<Exchange> {

    private final long millis;
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
    private @Nullable Exchange told;

    private LoggedExchange(
            long millis,
            MockRequest request,
            BodyExcerpt requestBody,
            MockResponse response,
            BodyExcerpt responseBody,
            boolean proxied) {
        this.millis = millis;
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
    }

    /// Keeps it in the log of its listener.
    static void keep(Traffic traffic, long millis, MockRequest request, MockResponse response, boolean proxied) {
        BodyExcerpt requestBody = traffic.excerpt(request.body());
        BodyExcerpt responseBody = traffic.excerpt(response.body());
        traffic.add(
                new LoggedExchange(millis, request, requestBody, response, responseBody, proxied),
                requestBody,
                responseBody);
    }

    @Override
    public synchronized Exchange get() {
        Exchange exchange = told;
        if (exchange == null) {
            exchange = new Exchange(
                    UUID.randomUUID(),
                    Instant.ofEpochMilli(millis),
                    method,
                    path,
                    query,
                    lines(requestHeaders.all()),
                    requestBody,
                    status,
                    lines(responseHeaders),
                    responseBody,
                    origin.map(Origin::route),
                    origin.map(Origin::response),
                    origin.map(Origin::path).orElse(""),
                    proxied);
            told = exchange;
        }
        return exchange;
    }

    private static List<HeaderLine> lines(List<WireHeader> headers) {
        return headers.stream()
                .map(header -> new HeaderLine(header.name(), header.value()))
                .toList();
    }
}
