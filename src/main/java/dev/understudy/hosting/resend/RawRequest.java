package dev.understudy.hosting.resend;

import dev.understudy.hosting.runtime.Resends;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Reason;
import dev.understudy.traffic.Redaction;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A request as it came, for the wire once more. Pure.
final class RawRequest {

    private static final String LENGTH = "content-length";

    /// What frames a body is said anew.
    private static final Set<String> FRAMING = Set.of(LENGTH, "transfer-encoding");

    private static final Set<String> LEFT_OUT = Set.of("expect", Resends.HEADER);

    private static final int UPGRADED = 101;

    private RawRequest() {}

    /// Why it can't be sent, whatever is known of its headers.
    static Optional<Resent.Why> objection(Exchange exchange) {
        if (exchange.status() == UPGRADED || exchange.asksForSocket()) {
            return Optional.of(Resent.Why.SOCKET);
        }
        return exchange.requestBody().isCut() ? Optional.of(Resent.Why.CUT) : Optional.empty();
    }

    /// The headers and parameters of which only the names are known, where an exchange is not as it came.
    static List<String> masked(Exchange exchange) {
        Stream<String> headers =
                exchange.requestHeaders().stream().filter(Redaction::isMasked).map(HeaderLine::name);
        Stream<String> parameters =
                pairs(exchange).filter(Redaction::isMasked).map(pair -> pair.substring(0, pair.indexOf('=')));
        return Stream.concat(headers, parameters).distinct().toList();
    }

    /// Whether something is missing where it can't be left out.
    static boolean isGapped(Exchange exchange) {
        String body = new String(exchange.requestBody().bytes(), StandardCharsets.ISO_8859_1);
        return Redaction.isGapped(exchange.path()) || Redaction.isGapped(body);
    }

    /// Without what is not known any more.
    static Exchange known(Exchange exchange) {
        return new Exchange(
                exchange.id(),
                exchange.at(),
                exchange.method(),
                exchange.path(),
                pairs(exchange).filter(pair -> !Redaction.isMasked(pair)).collect(Collectors.joining("&")),
                exchange.requestHeaders().stream()
                        .filter(header -> !Redaction.isMasked(header))
                        .toList(),
                exchange.requestBody(),
                exchange.status(),
                exchange.responseHeaders(),
                exchange.responseBody(),
                exchange.route(),
                exchange.response(),
                exchange.routePath(),
                exchange.proxied(),
                exchange.durationMillis(),
                Reason.of(exchange.why()));
    }

    private static Stream<String> pairs(Exchange exchange) {
        return Arrays.stream(exchange.query().split("&", -1));
    }

    /// The bytes.
    ///
    /// @param word by which its mock knows it
    static byte[] of(Exchange exchange, String word) {
        byte[] body = exchange.requestBody().bytes();
        List<HeaderLine> headers = new ArrayList<>();
        boolean framed = false;
        for (HeaderLine header : exchange.requestHeaders()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (FRAMING.contains(name) && !framed) {
                framed = true;
                headers.add(new HeaderLine(
                        name.equals(LENGTH) ? header.name() : "Content-Length", Integer.toString(body.length)));
            } else if (!LEFT_OUT.contains(name) && !FRAMING.contains(name)) {
                headers.add(header);
            }
        }
        headers.add(new HeaderLine(Resends.HEADER, word));
        boolean named = headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("host"));
        String query = exchange.query().isEmpty() ? "" : "?" + exchange.query();
        StringBuilder head = new StringBuilder(exchange.method())
                .append(' ')
                .append(exchange.path())
                .append(query)
                .append(named ? " HTTP/1.1\r\n" : " HTTP/1.0\r\n");
        headers.forEach(header -> head.append(clean(header.name()))
                .append(": ")
                .append(clean(header.value()))
                .append("\r\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + body.length + 2);
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /// A line stays one, whatever a log says.
    private static String clean(String text) {
        return text.replaceAll("[\\r\\n\\x00]", "");
    }
}
