package dev.understudy.hosting.resend;

import dev.understudy.hosting.runtime.Resends;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Redaction;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
        if (exchange.status() == UPGRADED
                || exchange.requestHeaders().stream()
                        .anyMatch(header -> header.name().equalsIgnoreCase("Upgrade")
                                && header.value().strip().equalsIgnoreCase("websocket"))) {
            return Optional.of(Resent.Why.SOCKET);
        }
        return exchange.requestBody().isCut() ? Optional.of(Resent.Why.CUT) : Optional.empty();
    }

    /// The headers of which only the names are known.
    static List<String> masked(Exchange exchange) {
        return exchange.requestHeaders().stream()
                .filter(Redaction::isMasked)
                .map(HeaderLine::name)
                .distinct()
                .toList();
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
            } else if (!LEFT_OUT.contains(name) && !FRAMING.contains(name) && !Redaction.isMasked(header)) {
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
