package dev.understudy.hosting.intake;

import dev.understudy.hosting.intake.RequestHead.Fault;
import org.jspecify.annotations.Nullable;

/// Reads what stands between the chunks of one body, and after the last of them, byte by byte as it comes. Extensions
/// and trailers are passed over, and bounded; what is no framing of RFC 9112, section 7.1, is a fault. Belongs to the
/// I/O thread of its connection.
final class ChunkReader implements WaitingBytes.Reader {

    /// Hexadecimal digits of a length at most: no body is so long that more were needed.
    private static final int MAX_DIGITS = 15;

    private enum State {
        LENGTH,
        EXTENSION,
        LENGTH_END,
        DATA,
        DATA_RETURN,
        DATA_END,
        TRAILER_START,
        TRAILER,
        TRAILER_END,
        LAST_END,
        DONE
    }

    private final int maxBytes;
    private State state = State.LENGTH;
    private long length;
    private int digits;
    private int passedOver;
    private @Nullable Fault fault;

    /// @param maxBytes of all extensions and trailers together
    ChunkReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// Takes bytes up to the next chunk, the end of the body, or a fault.
    @Override
    public int read(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && state != State.DATA && !isOver()) {
            state = next((char) (bytes[at++] & 0xFF));
        }
        return at;
    }

    /// The length of the chunk that comes next; 0 unless one does.
    long chunkBytes() {
        return state == State.DATA ? length : 0;
    }

    /// To be called when that chunk was read.
    void chunkRead() {
        state = State.DATA_RETURN;
        length = 0;
        digits = 0;
    }

    /// Whether no chunk comes any more: all of them came, or there is a fault.
    boolean isOver() {
        return state == State.DONE || fault != null;
    }

    @Nullable
    Fault fault() {
        return fault;
    }

    private State next(char sign) {
        return switch (state) {
            case LENGTH -> length(sign);
            case EXTENSION -> sign == '\r' ? State.LENGTH_END : passOver(sign, State.EXTENSION);
            case LENGTH_END -> expect('\n', sign, length == 0 ? State.TRAILER_START : State.DATA);
            case DATA_RETURN -> expect('\r', sign, State.DATA_END);
            case DATA_END -> expect('\n', sign, State.LENGTH);
            case TRAILER_START -> sign == '\r' ? State.LAST_END : passOver(sign, State.TRAILER);
            case TRAILER -> sign == '\r' ? State.TRAILER_END : passOver(sign, State.TRAILER);
            case TRAILER_END -> expect('\n', sign, State.TRAILER_START);
            case LAST_END -> expect('\n', sign, State.DONE);
            case DATA, DONE -> state;
        };
    }

    private State length(char sign) {
        int digit = Character.digit(sign, 16);
        if (digit >= 0 && sign < 0x80 && digits < MAX_DIGITS) {
            digits++;
            length = length << 4 | digit;
            return State.LENGTH;
        }
        if (digits > 0 && sign == '\r') {
            return State.LENGTH_END;
        }
        return digits > 0 && (sign == ';' || sign == ' ' || sign == '\t')
                ? passOver(sign, State.EXTENSION)
                : fault(Fault.MALFORMED);
    }

    private State expect(char expected, char sign, State next) {
        return sign == expected ? next : fault(Fault.MALFORMED);
    }

    private State passOver(char sign, State next) {
        if (sign != '\t' && (sign < ' ' || sign == 0x7F)) {
            return fault(Fault.MALFORMED);
        }
        passedOver++;
        return passedOver > maxBytes ? fault(Fault.TOO_LARGE) : next;
    }

    private State fault(Fault what) {
        fault = what;
        return state;
    }
}
