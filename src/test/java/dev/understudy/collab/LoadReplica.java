package dev.understudy.collab;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/// What one client has of what others do, read from the bytes of its connection: the numbers of the changes in their
/// order. It takes a stream of events over HTTP, in chunks, or messages of a WebSocket. For one thread at a time.
final class LoadReplica {

    private static final byte[] NUMBER = "\"seq\":".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int HASH = 31;

    private enum Part {
        HEAD,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        MESSAGES
    }

    private final Part afterHead;
    private final LongConsumer changes;
    private Part part = Part.HEAD;
    private int line;
    private final StringBuilder status = new StringBuilder();
    private long left;
    private int matched;
    private long number;
    private final AtomicInteger count = new AtomicInteger();
    private long order = 1;

    /// @param changes is told of each number
    LoadReplica(LoadTarget target, LongConsumer changes) {
        this.afterHead = target.isWebSocket() ? Part.MESSAGES : Part.CHUNK_SIZE;
        this.changes = changes;
    }

    void take(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            take(bytes.get());
        }
    }

    boolean isOpen() {
        return part != Part.HEAD;
    }

    /// How many changes it has.
    int count() {
        return count.get();
    }

    /// The same for two that have the same changes in the same order.
    long order() {
        return order;
    }

    private void take(byte next) {
        switch (part) {
            case HEAD -> {
                readStatus(next);
                if (next == '\n') {
                    part = line == 0 ? afterHead : Part.HEAD;
                    line = 0;
                } else if (next != '\r') {
                    line++;
                }
            }
            case CHUNK_SIZE -> {
                if (next == '\n') {
                    part = Part.CHUNK;
                } else if (next != '\r') {
                    left = left * 16 + Character.digit(next, 16);
                }
            }
            case CHUNK -> {
                read(next);
                if (--left == 0) {
                    part = Part.CHUNK_END;
                }
            }
            case CHUNK_END -> part = next == '\n' ? Part.CHUNK_SIZE : Part.CHUNK_END;
            case MESSAGES -> read(next);
        }
    }

    private void readStatus(byte next) {
        if (status.indexOf("\n") < 0) {
            status.append((char) next);
            if (next == '\n' && !status.toString().matches("HTTP/1.1 (200|101) .*\\s*")) {
                throw new IllegalStateException("Not let in: " + status);
            }
        }
    }

    private void read(byte next) {
        if (matched < NUMBER.length) {
            matched = next == NUMBER[matched] ? matched + 1 : next == NUMBER[0] ? 1 : 0;
        } else if (next >= '0' && next <= '9') {
            number = number * 10 + next - '0';
        } else {
            changes.accept(number);
            order = order * HASH + number;
            count.incrementAndGet();
            number = 0;
            matched = 0;
        }
    }
}
