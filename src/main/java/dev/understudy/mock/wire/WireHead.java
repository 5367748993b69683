package dev.understudy.mock.wire;

import dev.understudy.environment.StatusReasons;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// The start of an HTTP/1.1 response as it goes on the wire: status line and headers, made once. What depends
/// on the connection and the moment, and the empty line, are still to follow; the flags say what of it the
/// response's author has settled already.
public final class WireHead {

    private static final Pattern CLOSE = Pattern.compile("(^|\\W)close(\\W|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHUNKED = Pattern.compile("(^|\\W)chunked(\\W|$)", Pattern.CASE_INSENSITIVE);

    private final byte[] bytes;
    private final boolean dated;
    private final boolean connection;
    private final boolean closing;
    private final boolean keepAlive;
    private final boolean chunked;
    private final boolean needsLength;

    private WireHead(int status, List<WireHeader> headers) {
        this.dated = has(headers, "date");
        this.connection = has(headers, "connection");
        this.closing = matches(headers, "connection", CLOSE);
        this.keepAlive = has(headers, "keep-alive");
        this.chunked = matches(headers, "transfer-encoding", CHUNKED);
        boolean bodiless = status < 200 || status == 204 || status == 304;
        this.needsLength = !bodiless && !chunked && !has(headers, "content-length");
        this.bytes = bytes(status, headers, chunked);
    }

    public static WireHead of(int status, List<WireHeader> headers) {
        return new WireHead(status, headers);
    }

    /// Not to be written to.
    public byte[] bytes() {
        return bytes;
    }

    /// Whether it has a `Date`.
    public boolean isDated() {
        return dated;
    }

    /// Whether it has a `Connection`.
    public boolean hasConnection() {
        return connection;
    }

    /// Whether its `Connection` says that this is the last response.
    public boolean isClosing() {
        return closing;
    }

    /// Whether it has a `Keep-Alive`.
    public boolean hasKeepAlive() {
        return keepAlive;
    }

    /// Whether the body has to be sent in chunks.
    public boolean isChunked() {
        return chunked;
    }

    /// Whether a `Content-Length` is still missing.
    public boolean needsLength() {
        return needsLength;
    }

    /// A length beside chunks is against HTTP, and clients refuse it: the chunks are what the author asked for.
    private static byte[] bytes(int status, List<WireHeader> headers, boolean chunked) {
        StringBuilder head = new StringBuilder(64 * (headers.size() + 1));
        head.append("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(StatusReasons.of(status).orElse("unknown"));
        head.append("\r\n");
        for (WireHeader header : headers) {
            if (!chunked || !header.name().equalsIgnoreCase("content-length")) {
                head.append(header.name()).append(": ").append(header.value()).append("\r\n");
            }
        }
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean has(List<WireHeader> headers, String key) {
        for (WireHeader header : headers) {
            if (isNamed(header, key)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(List<WireHeader> headers, String key, Pattern pattern) {
        for (WireHeader header : headers) {
            if (isNamed(header, key) && pattern.matcher(header.value()).find()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(WireHeader header, String key) {
        return header.name().length() == key.length() && header.name().equalsIgnoreCase(key);
    }
}
