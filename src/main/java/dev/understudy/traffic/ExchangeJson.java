package dev.understudy.traffic;

import dev.understudy.environment.NodeId;
import dev.understudy.why.Why;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Exchanges as JSON, for other processes of the same database and for the database. Secrets stay here ([Redaction]). Pure.
public final class ExchangeJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /// @param base64 of the bytes that are kept
    private record Body(String base64, int length) {

        static Body of(BodyExcerpt body) {
            return new Body(Base64.getEncoder().encodeToString(body.bytes()), body.length());
        }

        BodyExcerpt excerpt() {
            return BodyExcerpt.of(Base64.getDecoder().decode(base64), length);
        }
    }

    private record Written(
            UUID id,
            Instant at,
            String method,
            String path,
            String query,
            List<HeaderLine> requestHeaders,
            Body requestBody,
            int status,
            List<HeaderLine> responseHeaders,
            Body responseBody,
            @Nullable String route,
            @Nullable String response,
            String routePath,
            boolean proxied,
            long durationMillis,
            Why why) {}

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
                Body.of(exchange.requestBody()),
                exchange.status(),
                exchange.responseHeaders(),
                Body.of(exchange.responseBody()),
                exchange.route().map(NodeId::value).orElse(null),
                exchange.response().map(NodeId::value).orElse(null),
                exchange.routePath(),
                exchange.proxied(),
                exchange.durationMillis(),
                exchange.why()));
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
                Reason.of(written.why()));
    }
}
