package dev.understudy.hosting.wire;

import dev.understudy.hosting.intake.HeadConduit;
import dev.understudy.hosting.intake.RequestHead;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/// Takes in the body of one request as it comes, without blocking, and never holds more than arrived nor more
/// than the limit, nor than there is room for. Belongs to the exchange's I/O thread.
final class BodyReader {

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final HttpServerExchange exchange;
    private final RequestHead head;
    private final WireLimits limits;
    private final BufferQuota room;
    private final Consumer<byte[]> onBody;
    private final Consumer<EarlyRefusal> onRefusal;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private XnioExecutor.@Nullable Key deadline;
    private boolean done;
    private long held;

    private BodyReader(
            HttpServerExchange exchange,
            RequestHead head,
            WireLimits limits,
            BufferQuota room,
            Consumer<byte[]> onBody,
            Consumer<EarlyRefusal> onRefusal) {
        this.exchange = exchange;
        this.head = head;
        this.limits = limits;
        this.room = room;
        this.onBody = onBody;
        this.onRefusal = onRefusal;
    }

    /// Calls one of the two once, after the handler has returned; neither if the client goes away or is too slow.
    static void read(
            HttpServerExchange exchange,
            RequestHead head,
            WireLimits limits,
            BufferQuota room,
            Consumer<byte[]> onBody,
            Consumer<EarlyRefusal> onRefusal) {
        BodyReader reader = new BodyReader(exchange, head, limits, room, onBody, onRefusal);
        exchange.addExchangeCompleteListener((done, next) -> {
            room.giveBack(reader.held);
            reader.held = 0;
            if (done.isPersistent()) {
                HeadConduit.of(done).expectHead(done);
            }
            next.proceed();
        });
        exchange.dispatch(SameThreadExecutor.INSTANCE, reader::start);
    }

    private void start() {
        if (head.bodyBytes() > limits.bodyBytes()) {
            onRefusal.accept(EarlyRefusal.BODY_TOO_LARGE);
            return;
        }
        String expected = head.headers().first("Expect");
        if (expected != null && expected.equalsIgnoreCase("100-continue")) {
            ResponseWriter.writeInterim(exchange, CONTINUE);
        }
        StreamSourceChannel channel = exchange.getRequestChannel();
        if (!readWhatIsThere(channel)) {
            deadline = exchange.getIoThread().executeAfter(this::giveUp, limits.bodyMillis(), TimeUnit.MILLISECONDS);
            channel.getReadSetter().set(this::readWhatIsThere);
            channel.resumeReads();
        }
    }

    /// True if nothing more is to be waited for.
    private boolean readWhatIsThere(StreamSourceChannel channel) {
        if (done) {
            return true;
        }
        try (PooledByteBuffer pooled =
                exchange.getConnection().getByteBufferPool().allocate()) {
            ByteBuffer buffer = pooled.getBuffer();
            while (true) {
                buffer.clear();
                int read = channel.read(buffer);
                if (read == 0) {
                    return false;
                }
                if (read < 0) {
                    end(channel);
                    RequestHead.Fault fault = HeadConduit.of(exchange).bodyFault();
                    if (fault == null) {
                        onBody.accept(body.toByteArray());
                    } else {
                        onRefusal.accept(EarlyRefusal.of(fault));
                    }
                    return true;
                }
                if (!room.take(read)) {
                    end(channel);
                    onRefusal.accept(EarlyRefusal.NO_ROOM);
                    return true;
                }
                held += read;
                buffer.flip();
                byte[] piece = new byte[read];
                buffer.get(piece);
                body.writeBytes(piece);
                if (body.size() > limits.bodyBytes()) {
                    end(channel);
                    onRefusal.accept(EarlyRefusal.BODY_TOO_LARGE);
                    return true;
                }
            }
        } catch (IOException failure) {
            // either the chunks are none, or nobody is there any more to read the answer
            end(channel);
            onRefusal.accept(EarlyRefusal.BAD_REQUEST);
            return true;
        }
    }

    private void end(StreamSourceChannel channel) {
        done = true;
        if (deadline != null) {
            channel.suspendReads();
            deadline.remove();
        }
    }

    private void giveUp() {
        done = true;
        IoUtils.safeClose(exchange.getConnection());
    }
}
