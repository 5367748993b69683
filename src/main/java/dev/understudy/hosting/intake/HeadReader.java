package dev.understudy.hosting.intake;

import dev.understudy.hosting.intake.RequestHead.Fault;
import dev.understudy.mock.wire.WireHeader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes the heads of requests apart, one after the other, line by line as the bytes come. Each byte is looked at once
/// for the end of its line, however small the pieces. Belongs to the I/O thread of its connection.
final class HeadReader implements WaitingBytes.Reader {

    static final int MAX_LINES = 2_000;

    /// How many times the largest head all that stands before a body may be long, separators and blanks included.
    private static final int SLACK = 4;

    private final int maxBytes;
    private @Nullable RequestLine start;
    private List<WireHeader> headers = new ArrayList<>();

    /// Of the line that has begun, how many bytes were looked at.
    private int scanned;

    private long takenBytes;
    private int countedBytes;
    private @Nullable RequestHead done;

    /// @param maxBytes of the target and the headers
    HeadReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// Takes the lines that are complete, up to the end of the head; gives the position behind them. What is left is to
    /// be offered again, with more behind it.
    @Override
    public int read(byte[] bytes, int from, int to) {
        int lineStart = from;
        for (int at = from + scanned; at < to && done == null; at++) {
            if (bytes[at] == '\n') {
                take(bytes, lineStart, at);
                lineStart = at + 1;
            }
        }
        scanned = done == null ? to - lineStart : 0;
        if (done == null) {
            checkBegun(bytes, lineStart);
        }
        return lineStart;
    }

    /// The head, if it is complete, or is none; then the reader is ready for the next.
    @Nullable
    RequestHead finished() {
        RequestHead head = done;
        if (head != null) {
            done = null;
            start = null;
            headers = new ArrayList<>();
            takenBytes = 0;
            countedBytes = 0;
        }
        return head;
    }

    /// Whether a part of a head has come.
    boolean hasBegun() {
        return start != null || scanned > 1;
    }

    /// Whether of so many bytes some were not offered before.
    boolean isNews(int count) {
        return count > scanned;
    }

    private void take(byte[] bytes, int from, int lineFeed) {
        int to = lineFeed - 1;
        takenBytes += lineFeed + 1 - from;
        if (to < from || bytes[to] != '\r') {
            fail(Fault.MALFORMED);
        } else if (takenBytes > (long) SLACK * maxBytes) {
            fail(Fault.TOO_LARGE);
        } else if (to > from) {
            take(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        } else if (start != null) {
            done = BodyFraming.complete(start, headers);
        }
    }

    private void take(String line) {
        if (start == null) {
            start = RequestLine.parse(line);
            count(start == null ? null : start.target().length());
        } else {
            WireHeader header = RawHeader.parse(line);
            count(
                    header == null
                            ? null
                            : header.name().length() + header.value().length());
            if (header != null) {
                headers.add(header);
            }
        }
    }

    /// @param more null if the line is none
    private void count(@Nullable Integer more) {
        if (more == null) {
            fail(Fault.MALFORMED);
            return;
        }
        countedBytes += more;
        if (countedBytes > maxBytes || headers.size() == MAX_LINES) {
            fail(Fault.TOO_LARGE);
        }
    }

    /// Does not wait for the end of what can't become a head.
    private void checkBegun(byte[] bytes, int lineStart) {
        if (scanned > 0 && start == null && bytes[lineStart] != '\r' && !isUpperCase(bytes[lineStart])) {
            fail(Fault.MALFORMED);
        } else if ((long) countedBytes + scanned > 2L * maxBytes) {
            fail(Fault.TOO_LARGE);
        }
    }

    private static boolean isUpperCase(byte octet) {
        return octet >= 'A' && octet <= 'Z';
    }

    private void fail(Fault fault) {
        done = RequestHead.faulty(fault);
        scanned = 0;
    }
}
