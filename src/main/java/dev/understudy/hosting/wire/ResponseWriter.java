package dev.understudy.hosting.wire;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.conduits.ConduitStreamSinkChannel;

/// Puts the bytes of one response on the wire, past Undertow's own response headers, and then ends the exchange.
/// Never blocks: where the client is slow it goes on when there is room again. Belongs to the exchange's I/O
/// thread.
final class ResponseWriter {

    private static final int COUNTED = 16 * 1024;

    private final HttpServerExchange exchange;
    private final byte[][] pieces;
    private final int stallMillis;
    private final Predicate<byte[]> room;
    private final ConduitStreamSinkChannel sink;
    private int piece;
    private int offset;
    private @Nullable PooledByteBuffer pooled;
    private XnioExecutor.@Nullable Key deadline;

    private ResponseWriter(HttpServerExchange exchange, int stallMillis, Predicate<byte[]> room, byte[]... pieces) {
        this.exchange = exchange;
        this.pieces = pieces;
        this.stallMillis = stallMillis;
        this.room = room;
        this.sink = sink(exchange);
    }

    /// Writes the pieces one after the other. Called from the exchange's handler or after it.
    ///
    /// @param stallMillis how long the client may take nothing before the connection is closed
    /// @param room keeps a piece that a slow client has not taken yet; where it can't, the connection is closed
    static void write(HttpServerExchange exchange, int stallMillis, Predicate<byte[]> room, byte[]... pieces) {
        new ResponseWriter(exchange, stallMillis, room, pieces).start();
    }

    /// Writes a few bytes that are not yet the response, if there is room for them, as there is on a connection
    /// whose client waits.
    static void writeInterim(HttpServerExchange exchange, byte[] bytes) {
        ConduitStreamSinkChannel sink = sink(exchange);
        try {
            if (sink.write(ByteBuffer.wrap(bytes)) < bytes.length) {
                IoUtils.safeClose(exchange.getConnection());
            }
        } catch (IOException failure) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private static ConduitStreamSinkChannel sink(HttpServerExchange exchange) {
        return ((AbstractServerConnection) exchange.getConnection())
                .getChannel()
                .getSinkChannel();
    }

    private void start() {
        try {
            PooledByteBuffer buffer =
                    exchange.getConnection().getByteBufferPool().allocate();
            pooled = buffer;
            fill(buffer.getBuffer());
            if (drain(buffer.getBuffer())) {
                finish();
            } else if (isKept()) {
                exchange.dispatch(SameThreadExecutor.INSTANCE, this::waitForRoom);
            } else {
                abort();
            }
        } catch (IOException | RuntimeException failure) {
            abort();
        }
    }

    /// Whether what is left may wait. Small pieces are not counted.
    private boolean isKept() {
        for (int at = piece; at < pieces.length; at++) {
            if (pieces[at].length > COUNTED && !room.test(pieces[at])) {
                return false;
            }
        }
        return true;
    }

    private void waitForRoom() {
        sink.getWriteSetter().set(_ -> goOn());
        sink.resumeWrites();
        watch();
    }

    private void goOn() {
        PooledByteBuffer buffer = pooled;
        if (buffer == null) {
            return;
        }
        try {
            if (drain(buffer.getBuffer())) {
                sink.suspendWrites();
                finish();
            } else {
                watch();
            }
        } catch (IOException | RuntimeException failure) {
            abort();
        }
    }

    /// Writes until all is gone, which gives true, or the client takes no more.
    private boolean drain(ByteBuffer buffer) throws IOException {
        while (true) {
            while (buffer.hasRemaining()) {
                if (sink.write(buffer) == 0) {
                    return false;
                }
            }
            if (piece == pieces.length) {
                // TLS may hold back what it has encrypted
                return sink.flush();
            }
            fill(buffer);
        }
    }

    private void fill(ByteBuffer buffer) {
        buffer.clear();
        while (piece < pieces.length && buffer.hasRemaining()) {
            int length = Math.min(buffer.remaining(), pieces[piece].length - offset);
            buffer.put(pieces[piece], offset, length);
            offset += length;
            if (offset == pieces[piece].length) {
                piece++;
                offset = 0;
            }
        }
        buffer.flip();
    }

    /// Closes the connection unless there is progress within the limit.
    private void watch() {
        unwatch();
        deadline = exchange.getIoThread().executeAfter(this::abort, stallMillis, TimeUnit.MILLISECONDS);
    }

    private void unwatch() {
        if (deadline != null) {
            deadline.remove();
            deadline = null;
        }
    }

    private void finish() {
        release();
        Connectors.terminateRequest(exchange);
        Connectors.terminateResponse(exchange);
    }

    private void abort() {
        release();
        exchange.setPersistent(false);
        IoUtils.safeClose(exchange.getConnection());
    }

    private void release() {
        unwatch();
        if (pooled != null) {
            pooled.close();
            pooled = null;
        }
    }
}
