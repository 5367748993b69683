package dev.understudy.ui.editor.traffic;

import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Redaction;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Requests as command lines. Pure.
final class ShellText {

    /// What curl says by itself.
    private static final Set<String> OF_CURL =
            Set.of("host", "connection", "content-length", "transfer-encoding", "accept-encoding", "user-agent");

    private ShellText() {}

    /// The request once more, by curl. Secrets are not in it: in their place stands that they are missing.
    ///
    /// @param address of the mock, its prefix included or not
    static String curl(String address, Exchange exchange) {
        StringBuilder line = new StringBuilder("curl -i ");
        boolean get = exchange.method().equals("GET");
        if (exchange.method().equals("HEAD")) {
            line.append("--head ");
        } else if (!get) {
            line.append("-X ").append(exchange.method()).append(' ');
        }
        for (HeaderLine header : Redaction.of(exchange.requestHeaders())) {
            if (!OF_CURL.contains(header.name().toLowerCase(Locale.ROOT))) {
                line.append("-H ")
                        .append(quoted(header.name() + ": " + header.value()))
                        .append(' ');
            }
        }
        exchange.requestBody()
                .text()
                .filter(body -> !body.isEmpty())
                .ifPresent(
                        body -> line.append("--data-raw ").append(quoted(body)).append(' '));
        return line.append(quoted(url(address, exchange))).toString();
    }

    private static String url(String address, Exchange exchange) {
        return origin(address) + Redaction.target(exchange);
    }

    /// The address of a mock without its prefix, which paths of requests have.
    static String origin(String address) {
        int path = address.indexOf('/', address.indexOf("://") + 3);
        return path < 0 ? address : address.substring(0, path);
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /// All headers, one in a line, without secrets.
    static String headers(List<HeaderLine> headers) {
        StringBuilder text = new StringBuilder();
        for (HeaderLine header : Redaction.of(headers)) {
            text.append(header.name()).append(": ").append(header.value()).append('\n');
        }
        return text.toString().strip();
    }
}
