package dev.understudy.traffic;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

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

    /// Of which the start is known.
    ///
    /// @param start not copied, and not to be written to
    /// @param length of the whole body
    public static BodyExcerpt of(byte[] start, int length) {
        return length == 0 ? EMPTY : new BodyExcerpt(start, length);
    }

    /// As a text; empty if it is none. Of a body that is cut, the character may be cut at its end, and is left out.
    public Optional<String> text() {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, !isCut());
        String found = text.flip().toString();
        return result.isError() || found.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(found);
    }

    /// As many of its bytes, or all.
    byte[] upTo(int most) {
        return bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    }

    public byte[] bytes() {
        return bytes;
    }

    /// What is kept where there is no memory for more.
    static BodyExcerpt small(byte[] body) {
        return body.length <= SMALL_BYTES ? of(body) : new BodyExcerpt(Arrays.copyOf(body, SMALL_BYTES), body.length);
    }

    /// The start of it.
    BodyExcerpt small() {
        return bytes.length <= SMALL_BYTES ? this : new BodyExcerpt(Arrays.copyOf(bytes, SMALL_BYTES), length);
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
