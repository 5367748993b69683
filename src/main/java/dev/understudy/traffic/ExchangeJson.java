package dev.understudy.traffic;

import dev.understudy.environment.NodeId;
import dev.understudy.why.Why;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Exchanges as JSON, for other processes of the same database and for the database. Secrets stay here ([Redaction]).
/// Pure.
public final class ExchangeJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record Written(
            UUID id,
            Instant at,
            String method,
            String path,
            String query,
            List<HeaderLine> requestHeaders,
            BodyJson requestBody,
            int status,
            List<HeaderLine> responseHeaders,
            BodyJson responseBody,
            @Nullable String route,
            @Nullable String response,
            String routePath,
            boolean proxied,
            long durationMillis,
            Why why,
            @Nullable SequelJson sequel) {}

    private ExchangeJson() {}

    /// What [#read] reads.
    ///
    /// @param bodyBytes that are kept of each body
    public static String write(Exchange exchange, int bodyBytes) {
        return writeSafe(Redaction.of(exchange, bodyBytes));
    }

    /// The same for one without secrets.
    public static String writeSafe(Exchange exchange) {
        return JSON.writeValueAsString(new Written(
                exchange.id(),
                exchange.at(),
                exchange.method(),
                exchange.path(),
                exchange.query(),
                exchange.requestHeaders(),
                BodyJson.of(exchange.requestBody(), Integer.MAX_VALUE),
                exchange.status(),
                exchange.responseHeaders(),
                BodyJson.of(exchange.responseBody(), Integer.MAX_VALUE),
                exchange.route().map(NodeId::value).orElse(null),
                exchange.response().map(NodeId::value).orElse(null),
                exchange.routePath(),
                exchange.proxied(),
                exchange.durationMillis(),
                exchange.why(),
                SequelJson.of(exchange.sequel())));
    }

    /// What [#write] wrote.
    public static Exchange read(String json) {
        Written written = JSON.readValue(json, Written.class);
        return new Exchange(
                written.id(),
                written.at(),
                written.method(),
                written.path(),
                written.query(),
                written.requestHeaders(),
                written.requestBody().excerpt(),
                written.status(),
                written.responseHeaders(),
                written.responseBody().excerpt(),
                Optional.ofNullable(written.route()).map(NodeId::new),
                Optional.ofNullable(written.response()).map(NodeId::new),
                written.routePath(),
                written.proxied(),
                written.durationMillis(),
                Reason.of(written.why()),
                written.sequel() == null ? Sequel.NONE : written.sequel().sequel());
    }
}
