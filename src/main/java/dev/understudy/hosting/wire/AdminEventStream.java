package dev.understudy.hosting.wire;

import dev.understudy.hosting.admin.TransactionJson;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.mock.state.BucketView;
import dev.understudy.server.Subscription;
import dev.understudy.traffic.Exchange;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.conduits.ConduitStreamSinkChannel;

/// The answer without end that tells a client of each exchange as it happens, for as long as the token
/// is good that it came with. A client that does not read is cut off,
/// and where more happens than can be told, some of it is left out. Belongs to the exchange's I/O thread.
final class AdminEventStream {

    /// Not taken by the client yet.
    static final int MAX_WAITING_BYTES = 4 * 1024 * 1024;

    /// Exchanges that are still to be put into words; more are left out.
    static final int MAX_UNTOLD = 200;

    private static final int COMMENT_SECONDS = 60;
    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final HttpServerExchange exchange;
    private final MockRuntime mock;
    private final ConduitStreamSinkChannel sink;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
    private final AtomicInteger untold = new AtomicInteger();
    private final XnioExecutor.Key comments;
    private final Subscription exchanges;
    private final Subscription visit;
    private List<BucketView> buckets = List.of();
    private long waitingBytes;
    private boolean closed;

    private AdminEventStream(HttpServerExchange exchange, MockRuntime mock) {
        this.exchange = exchange;
        this.mock = mock;
        this.sink = ((AbstractServerConnection) exchange.getConnection())
                .getChannel()
                .getSinkChannel();
        this.exchanges = mock.traffic().follow(this::happened);
        this.visit = mock.admin()
                .map(api -> api.gate().stay(() -> exchange.getIoThread().execute(this::close)))
                .orElse(() -> {});
        this.comments =
                exchange.getIoThread().executeAtInterval(() -> send(COMMENT), COMMENT_SECONDS, TimeUnit.SECONDS);
    }

    /// Begins; the exchange has been dispatched.
    ///
    /// @param date the line of the `Date` header
    /// @param replayed how many exchanges of the past are told first
    static void open(HttpServerExchange exchange, MockRuntime mock, String date, int replayed) {
        exchange.setPersistent(false);
        AdminEventStream stream = new AdminEventStream(exchange, mock);
        ((AbstractServerConnection) exchange.getConnection()).addCloseListener(_ -> stream.close());
        stream.enqueue(("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-cache\r\n"
                        + "Connection: keep-alive\r\nX-Accel-Buffering: no\r\n" + date
                        + "Transfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        List<Exchange> past = mock.traffic().exchanges().stream()
                .filter(each -> each.sequel().conversation().isEmpty())
                .toList();
        stream.tellBuckets();
        past.subList(Math.max(0, past.size() - replayed), past.size())
                .forEach(each -> stream.tell(TransactionJson.event(each)));
        stream.write();
    }

    private void happened(Supplier<Exchange> happening) {
        if (untold.incrementAndGet() > MAX_UNTOLD) {
            untold.decrementAndGet();
            return;
        }
        exchange.getIoThread().execute(() -> {
            untold.decrementAndGet();
            tell(TransactionJson.event(happening.get()));
            tellBuckets();
        });
    }

    /// Tells of the data buckets if they are not as they were told last.
    private void tellBuckets() {
        List<BucketView> now = mock.state().buckets();
        boolean processed = now.stream().anyMatch(BucketView::parsed);
        boolean same = now.size() == buckets.size();
        for (int at = 0; same && at < now.size(); at++) {
            same = now.get(at).parsed() == buckets.get(at).parsed()
                    && now.get(at).node().equals(buckets.get(at).node());
        }
        buckets = now;
        if (processed && !same) {
            tell(TransactionJson.event(now));
        }
    }

    private void tell(JsObject event) {
        send(("data: " + JsJson.print(event).orElse("null") + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    private void send(byte[] frame) {
        if (closed) {
            return;
        }
        enqueue((Integer.toHexString(frame.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        enqueue(frame);
        enqueue(new byte[] {'\r', '\n'});
        if (waitingBytes > MAX_WAITING_BYTES) {
            close();
        } else {
            write();
        }
    }

    private void enqueue(byte[] bytes) {
        waiting.add(ByteBuffer.wrap(bytes));
        waitingBytes += bytes.length;
    }

    private void write() {
        try {
            while (!waiting.isEmpty()) {
                ByteBuffer next = waiting.element();
                int written = sink.write(next);
                waitingBytes -= written;
                if (!next.hasRemaining()) {
                    waiting.remove();
                } else if (written == 0) {
                    waitForRoom();
                    return;
                }
            }
            if (sink.flush()) {
                sink.suspendWrites();
            } else {
                waitForRoom();
            }
        } catch (IOException _) {
            close();
        }
    }

    private void waitForRoom() {
        sink.getWriteSetter().set(_ -> write());
        sink.resumeWrites();
    }

    private void close() {
        if (!closed) {
            closed = true;
            exchanges.close();
            visit.close();
            comments.remove();
            IoUtils.safeClose(exchange.getConnection());
        }
    }
}
