package dev.understudy.hosting;

import dev.understudy.mock.MockRequest;
import dev.understudy.mock.MockResponse;
import dev.understudy.mock.Origin;
import dev.understudy.mock.wire.Header;
import dev.understudy.mock.wire.RequestHeaders;
import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.HeaderLine;
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
    private final List<Header> responseHeaders;
    private final BodyExcerpt responseBody;
    private final Optional<Origin> origin;
    private final boolean proxied;
    private @Nullable Exchange told;

    LoggedExchange(long millis, MockRequest request, MockResponse response, boolean proxied) {
        this.millis = millis;
        this.method = request.method();
        this.path = request.rawPath();
        this.query = request.rawQuery();
        this.requestHeaders = request.headers();
        this.requestBody = BodyExcerpt.of(request.body());
        this.status = response.status();
        this.responseHeaders = response.headers();
        this.responseBody = BodyExcerpt.of(response.body());
        this.origin = response.origin();
        this.proxied = proxied;
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

    private static List<HeaderLine> lines(List<Header> headers) {
        return headers.stream()
                .map(header -> new HeaderLine(header.name(), header.value()))
                .toList();
    }
}
