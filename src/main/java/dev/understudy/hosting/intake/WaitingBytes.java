package dev.understudy.hosting.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.conduits.StreamSourceConduit;

/// Bytes that came and were not passed on, the oldest first. Not thread-safe.
final class WaitingBytes {

    /// What takes bytes one after the other.
    interface Reader {

        /// Takes bytes from a place on; gives the position behind what it took.
        int read(byte[] bytes, int from, int to);
    }

    private static final byte[] NOTHING = {};

    /// A larger array is let go of once it is empty.
    private static final int KEPT_BYTES = 1024;

    private byte[] bytes = NOTHING;
    private int from;
    private int to;

    boolean isEmpty() {
        return from == to;
    }

    int count() {
        return to - from;
    }

    /// Reads on, with the room of a buffer that is left as it is.
    ///
    /// @return as [StreamSourceConduit#read(ByteBuffer)]
    int fetch(StreamSourceConduit source, ByteBuffer room) throws IOException {
        int start = room.position();
        int count = source.read(room);
        if (count > 0) {
            room.position(start);
            append(room, start, count);
        }
        return count;
    }

    /// Lets a reader take what it will.
    void offer(Reader reader) {
        from = reader.read(bytes, from, to);
        if (from == to && bytes.length > KEPT_BYTES) {
            clear();
        }
    }

    private void append(ByteBuffer buffer, int at, int count) {
        makeRoom(count);
        buffer.get(at, bytes, to, count);
        to += count;
    }

    /// Takes in what comes before all the others.
    void prepend(ByteBuffer buffer) {
        int count = buffer.remaining();
        byte[] all = new byte[count + to - from];
        buffer.get(all, 0, count);
        System.arraycopy(bytes, from, all, count, to - from);
        bytes = all;
        from = 0;
        to = all.length;
    }

    /// Puts as many into a buffer as it has room for; gives their number.
    int give(ByteBuffer buffer) {
        int count = Math.min(buffer.remaining(), to - from);
        buffer.put(bytes, from, count);
        from += count;
        return count;
    }

    void clear() {
        bytes = NOTHING;
        from = 0;
        to = 0;
    }

    private void makeRoom(int count) {
        if (bytes.length - to < count) {
            int kept = to - from;
            byte[] roomy = bytes.length - kept < count ? new byte[Math.max(kept + count, 2 * kept)] : bytes;
            System.arraycopy(bytes, from, roomy, 0, kept);
            bytes = roomy;
            from = 0;
            to = kept;
        }
    }
}
