package dev.understudy.observed;

import dev.understudy.mock.wire.ContentType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What a `Content-Type` says about a body.
final class MediaType {

    /// Longer texts become files.
    static final int MAX_TEXT_BYTES = 1024 * 1024;

    private MediaType() {}

    /// Without parameters, in lower case.
    static String bare(String value) {
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    /// The body as a text that a mock would send as the same bytes; empty if there is none.
    static Optional<String> text(String type, byte[] body) {
        if (body.length > MAX_TEXT_BYTES) {
            return Optional.empty();
        }
        return switch (ContentType.charset(type).orElse("utf-8")) {
            case "utf-8", "utf8", "us-ascii" -> utf8(body);
            case "iso-8859-1", "latin1" -> printable(new String(body, StandardCharsets.ISO_8859_1));
            default -> Optional.empty();
        };
    }

    private static Optional<String> utf8(byte[] body) {
        try {
            return printable(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    private static Optional<String> printable(String text) {
        return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
    }
}
