package dev.understudy.observed;

import dev.understudy.environment.Limits;
import dev.understudy.traffic.HeaderLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// A body without its compression, where that can be read; else as it came, with the header that says so.
///
/// @param isPlain whether the bytes are what the type says
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Coding(List<HeaderLine> headers, byte[] bytes, boolean isPlain) {

    private static final String NAME = "content-encoding";

    static Coding of(List<HeaderLine> headers, byte[] body) {
        String coding = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(NAME))
                .map(header -> header.value().strip().toLowerCase(Locale.ROOT))
                .reduce("", (one, other) -> one.isEmpty() ? other : one + "," + other);
        if (coding.isEmpty() || coding.equals("identity") || body.length == 0) {
            return new Coding(without(headers), body, true);
        }
        Optional<byte[]> plain = switch (coding) {
            case "gzip", "x-gzip" -> read(() -> new GZIPInputStream(new ByteArrayInputStream(body)));
            case "deflate" ->
                read(() -> new InflaterInputStream(new ByteArrayInputStream(body)))
                        .or(() -> read(
                                () -> new InflaterInputStream(new ByteArrayInputStream(body), new Inflater(true))));
            default -> Optional.empty();
        };
        return plain.map(bytes -> new Coding(without(headers), bytes, true))
                .orElseGet(() -> new Coding(headers, body, false));
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    /// Empty if it is not what it says, or more than can be kept.
    private static Optional<byte[]> read(Opening opening) {
        try (InputStream in = opening.open()) {
            byte[] bytes = in.readNBytes(Limits.MAX_FILE_BYTES + 1);
            return bytes.length > Limits.MAX_FILE_BYTES ? Optional.empty() : Optional.of(bytes);
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    private static List<HeaderLine> without(List<HeaderLine> headers) {
        return headers.stream()
                .filter(header -> !header.name().equalsIgnoreCase(NAME))
                .toList();
    }
}
