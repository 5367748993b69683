package dev.understudy.hosting.socket;

import dev.understudy.environment.NodeId;
import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.Reason;
import dev.understudy.traffic.SocketMessage;
import dev.understudy.why.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One message as it was at hand when it came or went. Belongs to the log that it is in.
final class NotedMessage {

    private static final byte[] NOTHING = {};
    private static final Reason NO_REASON = Reason.of(Why.UNKNOWN);

    /// Where each character of a text takes that many bytes in memory at most.
    private static final int CHARACTER_BYTES = 2;

    private final long number;
    private final long millis = System.currentTimeMillis();
    private final boolean fromClient;
    private final int length;
    private final long answers;
    private final Optional<NodeId> response;
    private final boolean binary;
    private String text;
    private byte[] bytes;
    private Reason reason = NO_REASON;

    /// What it takes to explain it.
    private long trailBytes;

    private @Nullable SocketMessage told;

    private NotedMessage(
            long number,
            boolean fromClient,
            String text,
            byte[] bytes,
            int length,
            boolean binary,
            long answers,
            Optional<NodeId> response) {
        this.number = number;
        this.fromClient = fromClient;
        this.text = text;
        this.bytes = bytes;
        this.length = length;
        this.binary = binary;
        this.answers = answers;
        this.response = response;
    }

    /// A text, which is not copied if it is short.
    static NotedMessage of(long number, boolean fromClient, String text, long answers, Optional<NodeId> response) {
        String start = text.length() <= SocketMessage.MAX_BYTES ? text : text.substring(0, SocketMessage.MAX_BYTES);
        return new NotedMessage(number, fromClient, start, NOTHING, text.length(), false, answers, response);
    }

    /// Bytes of a client.
    ///
    /// @param start of them
    static NotedMessage of(long number, byte[] start, int length) {
        return new NotedMessage(number, true, "", start, length, true, 0, Optional.empty());
    }

    long number() {
        return number;
    }

    /// It has a reason, which takes memory.
    NotedMessage because(Reason why, long bytes) {
        reason = why;
        trailBytes = bytes;
        told = null;
        return this;
    }

    long heldBytes() {
        return trailBytes + contentBytes();
    }

    private long contentBytes() {
        return binary ? bytes.length : (long) CHARACTER_BYTES * text.length();
    }

    /// Lets go of what it says.
    void forget() {
        text = "";
        bytes = NOTHING;
        because(NO_REASON, 0);
    }

    /// In words, the same ones each time.
    SocketMessage told() {
        SocketMessage known = told;
        if (known == null) {
            known = new SocketMessage(
                    number, Instant.ofEpochMilli(millis), fromClient, binary, content(), answers, response, reason);
            told = known;
        }
        return known;
    }

    private BodyExcerpt content() {
        if (binary) {
            return BodyExcerpt.of(bytes, length);
        }
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        int whole = text.length() == length ? all.length : Math.max(length, all.length + 1);
        byte[] start = all.length <= SocketMessage.MAX_BYTES ? all : Arrays.copyOf(all, SocketMessage.MAX_BYTES);
        return BodyExcerpt.of(start, whole);
    }
}
