package dev.understudy.traffic;

import dev.understudy.environment.StatusReasons;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Exchanges as an HTTP archive (HAR 1.2, <http://www.softwareishard.com/blog/har-12-spec/>), which browsers and other
/// tools read. Secrets of headers and queries are left out, and of long bodies what is not kept. Pure.
public final class HarJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int UNKNOWN = -1;

    /// RFC 6455, 5.2.
    private static final int OF_TEXT = 1;

    private static final int OF_BYTES = 2;
    private static final double MILLIS = 1_000;

    private HarJson() {}

    /// The archive.
    ///
    /// @param address where the mock answers, without the prefix of its paths and without a slash at the end
    /// @param exchanges the oldest first
    public static String write(String address, List<Exchange> exchanges) {
        ObjectNode har = JSON.createObjectNode();
        ObjectNode log = har.putObject("log");
        log.put("version", "1.2");
        log.putObject("creator").put("name", "Understudy").put("version", "1");
        ArrayNode entries = log.putArray("entries");
        exchanges.forEach(exchange -> entry(entries.addObject(), address, exchange));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(har);
    }

    private static void entry(ObjectNode entry, String address, Exchange exchange) {
        entry.put(
                "startedDateTime",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        exchange.at().minusMillis(exchange.durationMillis()).atOffset(ZoneOffset.UTC)));
        entry.put("time", exchange.durationMillis());
        request(entry.putObject("request"), address, exchange);
        response(entry.putObject("response"), exchange);
        exchange.sequel().conversation().ifPresent(talk -> conversation(entry, talk));
        entry.putObject("cache");
        entry.putObject("timings")
                .put("send", 0)
                .put("wait", exchange.durationMillis())
                .put("receive", 0);
    }

    /// As browsers write it down.
    private static void conversation(ObjectNode entry, Conversation talk) {
        entry.put("_resourceType", "websocket");
        ArrayNode messages = entry.putArray("_webSocketMessages");
        for (SocketMessage message : talk.messages()) {
            BodyExcerpt content = message.content();
            messages.addObject()
                    .put("type", message.fromClient() ? "send" : "receive")
                    .put("time", message.at().toEpochMilli() / MILLIS)
                    .put("opcode", message.binary() ? OF_BYTES : OF_TEXT)
                    .put(
                            "data",
                            message.binary()
                                    ? Base64.getEncoder().encodeToString(content.bytes())
                                    : content.text().orElse(""));
        }
    }

    private static void request(ObjectNode request, String address, Exchange exchange) {
        String query = Redaction.query(exchange.query());
        request.put("method", exchange.method());
        request.put("url", address + Redaction.target(exchange));
        request.put("httpVersion", "HTTP/1.1");
        request.putArray("cookies");
        headers(request, exchange.requestHeaders());
        ArrayNode parameters = request.putArray("queryString");
        for (String part : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = part.indexOf('=');
            parameters
                    .addObject()
                    .put("name", decoded(equals < 0 ? part : part.substring(0, equals)))
                    .put("value", equals < 0 ? "" : decoded(part.substring(equals + 1)));
        }
        if (exchange.requestBody().length() > 0) {
            exchange.requestBody()
                    .text()
                    .ifPresent(text -> request.putObject("postData")
                            .put("mimeType", type(exchange.requestHeaders()))
                            .put("text", text)
                            .putArray("params"));
        }
        request.put("headersSize", UNKNOWN)
                .put("bodySize", exchange.requestBody().length());
    }

    private static void response(ObjectNode response, Exchange exchange) {
        response.put("status", exchange.status());
        response.put("statusText", StatusReasons.of(exchange.status()).orElse(""));
        response.put("httpVersion", "HTTP/1.1");
        response.putArray("cookies");
        headers(response, exchange.responseHeaders());
        BodyExcerpt body = exchange.responseBody();
        ObjectNode content = response.putObject("content");
        content.put("size", body.length()).put("mimeType", type(exchange.responseHeaders()));
        Optional<String> text = body.text();
        if (text.isPresent()) {
            content.put("text", text.get());
        } else {
            content.put("text", Base64.getEncoder().encodeToString(body.bytes()))
                    .put("encoding", "base64");
        }
        if (body.isCut()) {
            content.put("comment", "Only the first %,d bytes are kept.".formatted(body.bytes().length));
        }
        response.put(
                "redirectURL",
                HeaderLine.first(exchange.responseHeaders(), "location")
                        .map(SecretQuery::ofAddress)
                        .orElse(""));
        response.put("headersSize", UNKNOWN).put("bodySize", body.length());
    }

    private static void headers(ObjectNode message, List<HeaderLine> headers) {
        ArrayNode lines = message.putArray("headers");
        Redaction.of(headers)
                .forEach(header -> lines.addObject().put("name", header.name()).put("value", header.value()));
    }

    private static String type(List<HeaderLine> headers) {
        return HeaderLine.first(headers, "content-type").orElse("");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
