package dev.understudy.hosting;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a request asked for, without the fragment that some clients leave in, and whether the request is one that
/// a mock may get to see.
record RequestTarget(String path, String query) {

    static RequestTarget of(HttpServerExchange exchange) {
        String path = exchange.getRequestURI();
        int fragment = path.indexOf('#');
        return fragment < 0
                ? new RequestTarget(path, withoutFragment(exchange.getQueryString()))
                : new RequestTarget(path.substring(0, fragment), "");
    }

    /// Why the request is not answered by a mock; null if it is.
    static @Nullable Refusal refusal(HttpServerExchange exchange, int maxHeadBytes) {
        if (!KnownMethods.contains(exchange.getRequestMethod().toString())
                || !isVisible(exchange.getRequestURI())
                || !isVisible(exchange.getQueryString())
                || hasUnknownFraming(exchange.getRequestHeaders())) {
            return Refusal.BAD_REQUEST;
        }
        return headBytes(exchange) > maxHeadBytes ? Refusal.HEAD_TOO_LARGE : null;
    }

    /// Undertow takes any transfer encoding for chunks and would wait for them.
    private static boolean hasUnknownFraming(HeaderMap headers) {
        String encoding = headers.getLast(Headers.TRANSFER_ENCODING);
        return encoding != null && !encoding.toLowerCase(Locale.ROOT).endsWith("chunked");
    }

    private static boolean isVisible(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) <= ' ' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    private static int headBytes(HttpServerExchange exchange) {
        int bytes =
                exchange.getRequestURI().length() + exchange.getQueryString().length();
        for (HeaderValues values : exchange.getRequestHeaders()) {
            for (String value : values) {
                bytes += values.getHeaderName().length() + value.length();
            }
        }
        return bytes;
    }

    private static String withoutFragment(String query) {
        int fragment = query.indexOf('#');
        return fragment < 0 ? query : query.substring(0, fragment);
    }
}
