package dev.understudy.hosting.admin;

import dev.understudy.environment.StatusReasons;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.mock.path.Captured;
import dev.understudy.mock.path.PathPattern;
import dev.understudy.mock.path.Percent;
import dev.understudy.mock.request.FormText;
import dev.understudy.mock.state.BucketView;
import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Exchanges and buckets in the form in which the reference's admin API tells them, without secrets.
public final class TransactionJson {

    private TransactionJson() {}

    /// The event that tells of an exchange.
    public static JsObject event(Exchange exchange) {
        return JsObject.builder()
                .set("event", text("transaction-complete"))
                .set("transaction", transaction(exchange))
                .build();
    }

    /// The event that tells of the data buckets.
    public static JsObject event(List<BucketView> buckets) {
        return JsObject.builder()
                .set("event", text("data-bucket-processed"))
                .set(
                        "dataBuckets",
                        JsArray.of(buckets.stream()
                                .map(bucket -> brief(bucket, "uuid"))
                                .toList()))
                .build();
    }

    static JsObject transaction(Exchange exchange) {
        JsObject.Builder all =
                JsObject.builder().set("request", request(exchange)).set("response", response(exchange));
        exchange.response().ifPresent(id -> all.set("routeResponseUUID", text(id.value())));
        exchange.route().ifPresent(id -> all.set("routeUUID", text(id.value())));
        return all.set("proxied", JsValue.Bool.of(exchange.proxied()))
                .set("timestampMs", new JsValue.Num(exchange.at().toEpochMilli()))
                .set("uuid", text(exchange.id().toString()))
                .build();
    }

    /// @param first whether its node's id comes under this name; left out if it is empty
    static JsObject brief(BucketView bucket, String first) {
        JsObject.Builder object = JsObject.builder();
        if (!first.isEmpty()) {
            object.set(first, text(bucket.node().value()));
        }
        return object.set("id", text(bucket.id()))
                .set("name", text(bucket.name()))
                .set("parsed", JsValue.Bool.of(bucket.parsed()))
                .set("validJson", JsValue.Bool.of(bucket.validJson()))
                .build();
    }

    private static JsObject request(Exchange exchange) {
        boolean routed = exchange.route().isPresent();
        return JsObject.builder()
                .set("method", text(exchange.method().toLowerCase(Locale.ROOT)))
                .set("urlPath", text(exchange.path()))
                .set("route", routed ? text(exchange.routePath()) : JsValue.Null.NULL)
                .set("params", params(exchange))
                .set("query", text(Percent.decodeIfPossible(Redaction.query(exchange.query()))))
                .set("queryParams", FormText.query(Redaction.query(exchange.query())))
                .set("body", text(text(exchange.requestBody())))
                .set("headers", headers(exchange.requestHeaders()))
                .build();
    }

    private static JsObject response(Exchange exchange) {
        JsObject.Builder response = JsObject.builder()
                .set("statusCode", new JsValue.Num(exchange.status()))
                .set("statusMessage", text(StatusReasons.of(exchange.status()).orElse("unknown")))
                .set("headers", headers(exchange.responseHeaders()));
        if (exchange.route().isPresent() || exchange.proxied()) {
            response.set("body", text(text(exchange.responseBody())));
        }
        return response.build();
    }

    private static JsArray params(Exchange exchange) {
        if (exchange.route().isEmpty()
                || !(PathPattern.parse("", exchange.routePath()) instanceof PathPattern.Parsing.Parsed parsed)) {
            return JsArray.EMPTY;
        }
        Optional<Map<String, Captured>> captured = parsed.pattern().match(exchange.path());
        List<JsValue> params = new ArrayList<>();
        captured.orElse(Map.of())
                .forEach((name, value) -> params.add(JsObject.builder()
                        .set("name", text(name))
                        .set("value", value(value))
                        .build()));
        return JsArray.of(params);
    }

    private static JsValue value(Captured captured) {
        return switch (captured) {
            case Captured.Value(String one) -> text(one);
            case Captured.Pieces(List<String> many) ->
                JsArray.of(many.stream().map(TransactionJson::text).toList());
        };
    }

    private static JsArray headers(List<HeaderLine> lines) {
        Map<String, String> joined = new TreeMap<>();
        for (HeaderLine line : lines) {
            joined.merge(line.name().toLowerCase(Locale.ROOT), line.value(), (one, other) -> one + "," + other);
        }
        List<HeaderLine> merged = new ArrayList<>();
        joined.forEach((name, value) -> merged.add(new HeaderLine(name, value)));
        return JsArray.of(Redaction.of(merged).stream()
                .map(line -> JsObject.builder()
                        .set("key", text(line.name()))
                        .set("value", text(line.value()))
                        .build())
                .toList());
    }

    private static String text(BodyExcerpt body) {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    static JsValue text(String text) {
        return new JsValue.Text(text);
    }
}
