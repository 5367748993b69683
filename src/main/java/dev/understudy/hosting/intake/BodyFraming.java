package dev.understudy.hosting.intake;

import dev.understudy.hosting.intake.RequestHead.Fault;
import dev.understudy.mock.wire.WireHeader;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds out of the lines of a head where its request ends, and what becomes of the connection. What could be read in
/// two ways is refused.
final class BodyFraming {

    /// No body is so long that more were needed.
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private static final Pattern CHUNKS_LAST = Pattern.compile("(?:.*,[ \\t]*)?chunked", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSE = Pattern.compile("(?:^|\\W)close(?:$|\\W)", Pattern.CASE_INSENSITIVE);

    private @Nullable String host;
    private @Nullable String connection;
    private @Nullable String length;
    private @Nullable String encoding;
    private boolean twice;

    private BodyFraming() {}

    /// The head that these lines are.
    static RequestHead complete(RequestLine start, List<WireHeader> headers) {
        BodyFraming framing = new BodyFraming();
        for (WireHeader header : headers) {
            framing.take(header);
        }
        return framing.isAmbiguous(start)
                ? RequestHead.faulty(Fault.MALFORMED)
                : new RequestHead(
                        start.method(),
                        start.target(),
                        framing.isPersistent(start),
                        new HeaderLines(List.copyOf(headers)),
                        framing.bodyBytes(),
                        null);
    }

    private void take(WireHeader header) {
        switch (header.name().length()) {
            case 4 -> {
                if (header.name().equalsIgnoreCase("host")) {
                    host = once(host, header);
                }
            }
            case 10 -> {
                if (header.name().equalsIgnoreCase("connection")) {
                    connection = connection == null ? header.value() : connection + "," + header.value();
                }
            }
            case 14 -> {
                if (header.name().equalsIgnoreCase("content-length")) {
                    length = once(length, header);
                }
            }
            case 17 -> {
                if (header.name().equalsIgnoreCase("transfer-encoding")) {
                    encoding = once(encoding, header);
                }
            }
            default -> {
                // it says nothing of the connection
            }
        }
    }

    private String once(@Nullable String before, WireHeader header) {
        twice |= before != null;
        return header.value();
    }

    private boolean isAmbiguous(RequestLine start) {
        return twice
                || (host == null && start.version() > 0)
                || (length != null && encoding != null)
                || (length != null && !LENGTH.matcher(length).matches())
                || (encoding != null && !CHUNKS_LAST.matcher(encoding).matches());
    }

    private long bodyBytes() {
        if (encoding != null) {
            return RequestHead.CHUNKED;
        }
        return length == null ? 0 : Long.parseLong(length);
    }

    private boolean isPersistent(RequestLine start) {
        if (connection == null) {
            return start.version() > 0;
        }
        return start.version() > 0
                ? !CLOSE.matcher(connection).find()
                : connection.toLowerCase(Locale.ROOT).equals("keep-alive");
    }
}
