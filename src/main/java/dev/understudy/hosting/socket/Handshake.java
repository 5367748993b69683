package dev.understudy.hosting.socket;

import dev.understudy.hosting.intake.HeadConduit;
import dev.understudy.hosting.intake.RequestHead;
import dev.understudy.mock.socket.SocketSession;
import dev.understudy.mock.wire.RequestHeaders;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.protocol.version13.Hybi13Handshake;
import io.undertow.websockets.spi.AsyncWebSocketHttpServerExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Turns an HTTP connection into a WebSocket, if the client asks for it as it should. To be called on the exchange's
/// I/O thread.
public final class Handshake {

    private static final Pattern KEY = Pattern.compile("[+/0-9A-Za-z]{22}==");
    private static final Pattern TOKENS = Pattern.compile("\\s*,\\s*");
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String KEY_HEADER = "Sec-WebSocket-Key";
    private static final HttpString PROTOCOL = new HttpString("Sec-WebSocket-Protocol");

    /// Why there is none.
    ///
    /// @param text the whole answer, after which the connection is closed
    public record Refused(String text) {

        /// The status of the answer.
        public int status() {
            return Integer.parseInt(text.split(" ", 3)[1]);
        }

        /// Its body.
        public String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        private static Refused of(String status, String header, String body) {
            return new Refused(
                    "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Type: text/html\r\nContent-Length: "
                            + body.length() + "\r\n" + header + "\r\n" + body);
        }
    }

    private static final Refused NO_ROUTE = new Refused("""
            HTTP/1.1 404 Not Found\r
            Content-Type: text/html\r
            Content-length: 38\r
            \r
            No WebSocket route found for this path""");
    private static final Refused NOT_GET = Refused.of("405 Method Not Allowed", "", "Invalid HTTP method");
    private static final Refused NO_KEY =
            Refused.of("400 Bad Request", "", "Missing or invalid Sec-WebSocket-Key header");
    private static final Refused NO_VERSION = Refused.of(
            "400 Bad Request", "Sec-WebSocket-Version: 13, 8\r\n", "Missing or invalid Sec-WebSocket-Version header");
    private static final Refused FULL = Refused.of(
            "503 Service Unavailable", "", "This mock has as many WebSocket connections as it may; close some first");

    private Handshake() {}

    /// Whether a request asks for a WebSocket at all.
    public static boolean isAskedFor(RequestHeaders headers) {
        String upgrade = headers.first("Upgrade");
        if (upgrade == null || !upgrade.equalsIgnoreCase("websocket")) {
            return false;
        }
        String connection = headers.first("Connection");
        return connection != null && connection.toLowerCase(Locale.ROOT).contains("upgrade");
    }

    /// Makes the connection a WebSocket, or says why it does not.
    ///
    /// @param session of the route that takes its path; empty if none does
    /// @param log takes note of what is said
    public static Optional<Refused> perform(
            HttpServerExchange exchange,
            RequestHead head,
            Optional<SocketSession> session,
            SocketConnections sockets,
            ConversationLog log) {
        Optional<Refused> refused = session.isEmpty() ? Optional.of(NO_ROUTE) : refusal(head);
        if (refused.isPresent() || session.isEmpty()) {
            return refused;
        }
        if (!sockets.enter()) {
            return Optional.of(FULL);
        }
        Set<WebSocketChannel> peers = ConcurrentHashMap.newKeySet();
        AsyncWebSocketHttpServerExchange view = new AsyncWebSocketHttpServerExchange(exchange, peers);
        Set<String> protocol = protocol(head.headers());
        Hybi13Handshake handshake = new Hybi13Handshake(protocol, false);
        protocol.forEach(name -> exchange.getResponseHeaders().put(PROTOCOL, name));
        exchange.getResponseHeaders()
                .put(Headers.UPGRADE, "websocket")
                .put(
                        Headers.SEC_WEB_SOCKET_ACCEPT,
                        proof(String.valueOf(head.headers().first(KEY_HEADER))));
        exchange.getRequestHeaders().put(Headers.UPGRADE, "websocket");
        HeadConduit.of(exchange).passOn();
        exchange.upgradeChannel((connection, _) ->
                sockets.open(handshake.createChannel(view, connection, view.getBufferPool()), session.get(), log));
        exchange.endExchange();
        return Optional.empty();
    }

    /// What shows the client that the server speaks WebSocket.
    private static String proof(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<Refused> refusal(RequestHead head) {
        String key = head.headers().first(KEY_HEADER);
        String version = head.headers().first("Sec-WebSocket-Version");
        if (!head.method().equals("GET")) {
            return Optional.of(NOT_GET);
        }
        if (key == null || !KEY.matcher(key).matches()) {
            return Optional.of(NO_KEY);
        }
        return version == null
                        || !(version.strip().equals("13") || version.strip().equals("8"))
                ? Optional.of(NO_VERSION)
                : Optional.empty();
    }

    /// The first that the client names, for clients that insist on one.
    private static Set<String> protocol(RequestHeaders headers) {
        String names = headers.first(PROTOCOL.toString());
        return names == null || names.isBlank() ? Set.of() : Set.of(TOKENS.split(names.strip(), 2)[0]);
    }
}
