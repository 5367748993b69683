package dev.understudy.hosting.wire;

import dev.understudy.hosting.intake.HeadConduit;
import dev.understudy.mock.wire.WireHead;
import io.undertow.server.HttpServerExchange;
import java.nio.charset.StandardCharsets;

/// Completes answers and puts them on the wire. To be called on the exchange's I/O thread.
final class ResponseSender {

    private static final byte[] AFTER_CHUNK = ascii("\r\n0\r\n\r\n");

    private final WireLimits limits;
    private final ConnectionHeaders tails;
    private final BufferQuota room;

    ResponseSender(WireLimits limits, ConnectionHeaders tails, BufferQuota room) {
        this.limits = limits;
        this.tails = tails;
        this.room = room;
    }

    /// Keeps the bytes of an answer until its exchange is complete. False if there is no room for them.
    boolean keep(HttpServerExchange exchange, byte[] body) {
        if (!room.hold(body)) {
            return false;
        }
        exchange.addExchangeCompleteListener((_, next) -> {
            room.letGo(body);
            next.proceed();
        });
        return true;
    }

    /// Sends what a mock answers.
    void send(HttpServerExchange exchange, WireHead head, byte[] body) {
        if (head.isClosing()) {
            exchange.setPersistent(false);
        }
        byte[] tail = tails.of(head, exchange.isPersistent());
        if (head.isChunked() && body.length > 0) {
            byte[] size = ascii(Integer.toHexString(body.length) + "\r\n");
            write(exchange, head.bytes(), tail, size, body, AFTER_CHUNK);
        } else {
            write(exchange, head.bytes(), tail, body);
        }
    }

    /// Sends what the server itself answers, and closes the connection.
    void refuse(HttpServerExchange exchange, EarlyRefusal refusal) {
        sendLast(exchange, refusal.text(tails.date()));
    }

    /// The line of the `Date` header.
    String date() {
        return tails.date();
    }

    /// Sends an answer that is complete, and closes the connection once the client had time to hear it.
    void sendLast(HttpServerExchange exchange, String answer) {
        exchange.setPersistent(false);
        HeadConduit.of(exchange).ignoreRest();
        write(exchange, ascii(answer));
    }

    /// The moment, for logs.
    long millis() {
        return tails.millis();
    }

    private void write(HttpServerExchange exchange, byte[]... pieces) {
        ResponseWriter.write(exchange, limits.writeMillis(), body -> keep(exchange, body), pieces);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
