package dev.understudy.traffic;

import java.util.Arrays;

/// The start of a body, as much as is kept of it. Immutable; the bytes are not to be written to.
public final class BodyExcerpt {

    /// Of one body; the rest is not kept.
    public static final int MAX_BYTES = 32 * 1024;

    /// What is kept of a body where there is no memory for more.
    public static final int SMALL_BYTES = 1024;

    public static final BodyExcerpt EMPTY = new BodyExcerpt(new byte[0], 0);

    private final byte[] bytes;
    private final int length;

    private BodyExcerpt(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /// Keeps the array itself if it is short, so that nothing is copied as a rule.
    public static BodyExcerpt of(byte[] body) {
        if (body.length == 0) {
            return EMPTY;
        }
        return new BodyExcerpt(body.length <= MAX_BYTES ? body : Arrays.copyOf(body, MAX_BYTES), body.length);
    }

    public byte[] bytes() {
        return bytes;
    }

    /// What is kept where there is no memory for more.
    static BodyExcerpt small(byte[] body) {
        return body.length <= SMALL_BYTES ? of(body) : new BodyExcerpt(Arrays.copyOf(body, SMALL_BYTES), body.length);
    }

    /// How many bytes it keeps, where they are many.
    long heldBytes() {
        return bytes.length > SMALL_BYTES ? bytes.length : 0;
    }

    /// Of the whole body, in bytes.
    public int length() {
        return length;
    }

    /// Whether something of the body is missing.
    public boolean isCut() {
        return bytes.length < length;
    }
}
