package dev.understudy.hosting;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
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
    private final WireLimits limits;
    private final BodyRoom room;
    private final Consumer<byte[]> onBody;
    private final Consumer<Refusal> onRefusal;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private XnioExecutor.@Nullable Key deadline;
    private boolean done;
    private long held;

    private BodyReader(
            HttpServerExchange exchange,
            WireLimits limits,
            BodyRoom room,
            Consumer<byte[]> onBody,
            Consumer<Refusal> onRefusal) {
        this.exchange = exchange;
        this.limits = limits;
        this.room = room;
        this.onBody = onBody;
        this.onRefusal = onRefusal;
    }

    /// Calls one of the two once, after the handler has returned; neither if the client goes away or is too slow.
    static void read(
            HttpServerExchange exchange,
            WireLimits limits,
            BodyRoom room,
            Consumer<byte[]> onBody,
            Consumer<Refusal> onRefusal) {
        BodyReader reader = new BodyReader(exchange, limits, room, onBody, onRefusal);
        exchange.addExchangeCompleteListener((_, next) -> {
            room.giveBack(reader.held);
            reader.held = 0;
            next.proceed();
        });
        exchange.dispatch(SameThreadExecutor.INSTANCE, reader::start);
    }

    private void start() {
        String announced = exchange.getRequestHeaders().getFirst(Headers.CONTENT_LENGTH);
        if (announced != null && announced.length() <= 18 && Long.parseLong(announced) > limits.bodyBytes()) {
            onRefusal.accept(Refusal.BODY_TOO_LARGE);
            return;
        }
        String expected = exchange.getRequestHeaders().getFirst(Headers.EXPECT);
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
                    onBody.accept(body.toByteArray());
                    return true;
                }
                if (!room.take(read)) {
                    end(channel);
                    onRefusal.accept(Refusal.NO_ROOM);
                    return true;
                }
                held += read;
                buffer.flip();
                while (buffer.hasRemaining()) {
                    body.write(buffer.get());
                }
                if (body.size() > limits.bodyBytes()) {
                    end(channel);
                    onRefusal.accept(Refusal.BODY_TOO_LARGE);
                    return true;
                }
            }
        } catch (IOException failure) {
            // either the chunks are none, or nobody is there any more to read the answer
            end(channel);
            onRefusal.accept(Refusal.BAD_REQUEST);
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
