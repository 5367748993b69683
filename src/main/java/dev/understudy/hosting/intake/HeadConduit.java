package dev.understudy.hosting.intake;

import dev.understudy.hosting.intake.RequestHead.Fault;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.StreamSourceConduit;

/// Stands between a connection and Undertow: takes the head of each request apart and gives Undertow a plain one in its
/// place, which says nothing but how long the body is. Bodies pass. Undertow is given no byte beyond a head before its
/// request is complete. Belongs to the I/O thread of its connection.
public final class HeadConduit extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private static final String PLAIN = "GET / HTTP/1.1\r\nHost: x\r\n";
    private static final byte[] WITHOUT_BODY = ascii(PLAIN + "\r\n");
    private static final byte[] WITH_CHUNKS = ascii(PLAIN + "Transfer-Encoding: chunked\r\n\r\n");

    private static final int SCRATCH_BYTES = 16 * 1024;

    private enum Stage {
        /// A head comes next.
        HEAD,
        /// What comes is not ours.
        THROUGH,
        /// A body in chunks comes.
        CHUNKS,
        /// What comes is heard by nobody.
        IGNORED
    }

    private final int maxBytes;
    private final HeadReader reader;
    private final WaitingBytes waiting = new WaitingBytes();
    private final long ignoredBytes;
    private Stage stage = Stage.HEAD;
    private @Nullable RequestHead head;
    private @Nullable ChunkedBody chunks;

    /// What Undertow is given for the head.
    private final DueBytes due = new DueBytes();

    private boolean announced;
    private long ignored;

    /// @param maxBytes of the target and the headers of a request, and again of what stands between chunks and after
    /// them
    /// @param ignoredBytes that a client may go on to send once it was refused
    public HeadConduit(StreamSourceConduit next, int maxBytes, long ignoredBytes) {
        super(next);
        this.maxBytes = maxBytes;
        this.reader = new HeadReader(maxBytes);
        this.ignoredBytes = ignoredBytes;
    }

    /// That of the exchange's connection.
    public static HeadConduit of(HttpServerExchange exchange) {
        return (HeadConduit) connection(exchange).getOriginalSourceConduit();
    }

    private static AbstractServerConnection connection(HttpServerExchange exchange) {
        return (AbstractServerConnection) exchange.getConnection();
    }

    /// The head of the request that Undertow read last.
    public RequestHead head() {
        RequestHead last = head;
        if (last == null) {
            throw new IllegalStateException("No request has come");
        }
        return last;
    }

    /// What is wrong with the framing of a body that has ended; null if nothing is.
    public @Nullable Fault bodyFault() {
        return chunks == null ? null : chunks.fault();
    }

    /// To be called when an exchange with a body is complete, and its connection goes on.
    public void expectHead(HttpServerExchange exchange) {
        AbstractServerConnection connection = connection(exchange);
        if (bodyFault() != null) {
            IoUtils.safeClose(connection);
            return;
        }
        chunks = null;
        PooledByteBuffer beyond = connection.getExtraBytes();
        if (beyond != null) {
            waiting.prepend(beyond.getBuffer());
            beyond.close();
            connection.setExtraBytes(null);
        }
        stage = Stage.HEAD;
    }

    /// From now on the connection is no HTTP.
    public void passOn() {
        stage = Stage.THROUGH;
    }

    /// The client was told to go. It may be sending still, and would not hear that if the connection were closed
    /// before.
    public void ignoreRest() {
        stage = Stage.IGNORED;
        waiting.clear();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return switch (stage) {
            case HEAD -> readHead(into);
            case THROUGH -> waiting.isEmpty() ? next.read(into) : waiting.give(into);
            case CHUNKS -> chunks().read(into);
            case IGNORED -> ignore();
        };
    }

    private int readHead(ByteBuffer into) throws IOException {
        while (due.isEmpty()) {
            waiting.offer(reader);
            RequestHead finished = reader.finished();
            if (finished != null) {
                replace(finished);
            } else {
                int count = waiting.fetch(next, into);
                if (count <= 0) {
                    return count == 0 && into.hasRemaining() ? announce(into) : count;
                }
            }
        }
        return giveDue(into);
    }

    private void replace(RequestHead finished) {
        head = finished;
        due.set(plain(finished.bodyBytes()), announced ? 1 : 0);
        announced = false;
    }

    private static byte[] plain(long bodyBytes) {
        if (bodyBytes == 0) {
            return WITHOUT_BODY;
        }
        return bodyBytes == RequestHead.CHUNKED
                ? WITH_CHUNKS
                : ascii(PLAIN + "Content-Length: " + bodyBytes + "\r\n\r\n");
    }

    /// Undertow begins to count the time for a head when it sees its first byte.
    private int announce(ByteBuffer into) {
        if (announced || !reader.hasBegun()) {
            return 0;
        }
        announced = true;
        into.put(WITHOUT_BODY[0]);
        return 1;
    }

    private int giveDue(ByteBuffer into) {
        int count = due.give(into);
        if (due.isEmpty()) {
            if (head().fault() != null) {
                ignoreRest();
            } else if (head().bodyBytes() == RequestHead.CHUNKED) {
                chunks = new ChunkedBody(next, waiting, maxBytes);
                stage = Stage.CHUNKS;
            } else if (head().hasBody()) {
                stage = Stage.THROUGH;
            }
        }
        return count;
    }

    private int ignore() throws IOException {
        ByteBuffer scratch = ByteBuffer.allocate(SCRATCH_BYTES);
        while (ignored < ignoredBytes) {
            int count = next.read(scratch.clear());
            if (count <= 0) {
                return count;
            }
            ignored += count;
        }
        return -1;
    }

    private ChunkedBody chunks() {
        return Objects.requireNonNull(chunks);
    }

    private boolean isReady() {
        return switch (stage) {
            case HEAD -> !due.isEmpty() || reader.isNews(waiting.count());
            case THROUGH -> !waiting.isEmpty();
            case CHUNKS -> chunks().isReady();
            case IGNORED -> false;
        };
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        for (int at = offset; at < offset + length; at++) {
            if (into[at].hasRemaining()) {
                return read(into[at]);
            }
        }
        return 0;
    }

    @Override
    public long transferTo(long position, long count, FileChannel target) throws IOException {
        return target.transferFrom(new ConduitReadableByteChannel(this), position, count);
    }

    @Override
    public long transferTo(long count, ByteBuffer through, StreamSinkChannel target) throws IOException {
        return IoUtils.transfer(new ConduitReadableByteChannel(this), count, through, target);
    }

    @Override
    public void resumeReads() {
        if (isReady()) {
            next.wakeupReads();
        } else {
            next.resumeReads();
        }
    }

    @Override
    public boolean isReadShutdown() {
        return !isReady() && next.isReadShutdown();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
