package dev.understudy.hosting.intake;

import java.nio.ByteBuffer;

/// Bytes of our own that a reader is to be given next, in as many pieces as it has room for. Not thread-safe.
final class DueBytes {

    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int from;

    boolean isEmpty() {
        return from == bytes.length;
    }

    /// From now on these are due.
    ///
    /// @param next is shared, and never changed
    /// @param given how many of them the reader has already
    void set(byte[] next, int given) {
        bytes = next;
        from = given;
    }

    /// Puts as many into a buffer as it has room for; gives their number.
    int give(ByteBuffer into) {
        int count = Math.min(into.remaining(), bytes.length - from);
        into.put(bytes, from, count);
        from += count;
        return count;
    }
}
