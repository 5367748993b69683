package dev.understudy.hosting.intake;

import dev.understudy.hosting.intake.RequestHead.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.xnio.conduits.StreamSourceConduit;

/// One body in chunks, as Undertow is given it: the same chunks, with nothing between them but their lengths, and
/// complete even where the client's is not. Belongs to the I/O thread of its connection.
final class ChunkedBody {

    private static final String END = "0\r\n\r\n";

    private final StreamSourceConduit source;
    private final WaitingBytes waiting;
    private final ChunkReader reader;
    private final DueBytes due = new DueBytes();
    private boolean begun;
    private boolean ended;

    /// Of the chunk that is passed on, how much is still to come.
    private long left;

    /// @param waiting bytes that came before those of the source
    /// @param maxBytes of extensions and trailers
    ChunkedBody(StreamSourceConduit source, WaitingBytes waiting, int maxBytes) {
        this.source = source;
        this.waiting = waiting;
        this.reader = new ChunkReader(maxBytes);
    }

    /// Like [StreamSourceConduit#read(ByteBuffer)]; never takes a byte beyond the body from the waiting ones.
    int read(ByteBuffer into) throws IOException {
        while (due.isEmpty() && left == 0) {
            if (ended) {
                return 0;
            }
            if (waiting.isEmpty()) {
                int count = waiting.fetch(source, into);
                if (count <= 0) {
                    return count;
                }
            }
            waiting.offer(reader);
            frame();
        }
        return due.isEmpty() ? giveData(into) : due.give(into);
    }

    boolean isReady() {
        return !due.isEmpty() || (!ended && !waiting.isEmpty());
    }

    /// What is wrong with what came; null if nothing is.
    @Nullable
    Fault fault() {
        return reader.fault();
    }

    private void frame() {
        long length = reader.chunkBytes();
        if (length > 0 || reader.isOver()) {
            String frame = reader.isOver() ? END : Long.toHexString(length) + "\r\n";
            due.set(((begun ? "\r\n" : "") + frame).getBytes(StandardCharsets.US_ASCII), 0);
            begun = true;
            left = length;
            ended = reader.isOver();
        }
    }

    private int giveData(ByteBuffer into) throws IOException {
        int limit = into.limit();
        into.limit((int) Math.min(limit, into.position() + left));
        try {
            int count = waiting.isEmpty() ? source.read(into) : waiting.give(into);
            if (count > 0) {
                left -= count;
                if (left == 0) {
                    reader.chunkRead();
                }
            }
            return count;
        } finally {
            into.limit(limit);
        }
    }
}
