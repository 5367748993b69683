package dev.understudy.hosting.wire;

import dev.understudy.mock.wire.WireHead;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What ends the head of a response: date, connection, a missing length, the empty line. The usual one is made
/// once a second. Any thread may call it.
final class ConnectionHeaders {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String KEEP_ALIVE = "Connection: keep-alive\r\n";

    /// What is promised; the server waits longer, so that no client sends into a connection about to close.
    private static final String TIMEOUT = "Keep-Alive: timeout=5\r\n";

    private static final class Second {
        private final long number;
        private final String date;
        private final byte[] usual;

        private Second(long number, String date) {
            this.number = number;
            this.date = date;
            this.usual = (date + KEEP_ALIVE + TIMEOUT + "\r\n").getBytes(StandardCharsets.US_ASCII);
        }
    }

    private final Clock clock;
    private volatile Second second = new Second(-1, "");

    ConnectionHeaders(Clock clock) {
        this.clock = clock;
    }

    /// @param persistent whether the connection stays open
    byte[] of(WireHead head, boolean persistent) {
        Second now = now();
        if (persistent && !head.isDated() && !head.hasConnection() && !head.hasKeepAlive() && !head.needsLength()) {
            return now.usual;
        }
        StringBuilder tail = new StringBuilder();
        if (!head.isDated()) {
            tail.append(now.date);
        }
        if (!head.hasConnection()) {
            tail.append(persistent ? KEEP_ALIVE : "Connection: close\r\n");
            if (persistent && !head.hasKeepAlive()) {
                tail.append(TIMEOUT);
            }
        }
        if (head.needsLength()) {
            tail.append("Content-Length: 0\r\n");
        }
        return tail.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// The line of the `Date` header.
    String date() {
        return now().date;
    }

    /// The moment of the clock that dates answers.
    long millis() {
        return clock.millis();
    }

    private Second now() {
        long millis = clock.millis();
        Second last = second;
        long number = Math.floorDiv(millis, 1000);
        if (last.number == number) {
            return last;
        }
        String date = "Date: " + HTTP_DATE.format(Instant.ofEpochMilli(millis)) + "\r\n";
        Second fresh = new Second(number, date);
        second = fresh;
        return fresh;
    }
}
