package dev.understudy.mock.path;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Percent-decoding of paths, strict: what is not UTF-8 behind the percent signs is an error, not a guess.
public final class Percent {

    private Percent() {}

    public static boolean isDecodable(String text) {
        return text.indexOf('%') < 0 || tryDecode(text).isPresent();
    }

    /// The decoded text.
    ///
    /// @throws IllegalArgumentException if the text is not [#isDecodable]
    public static String decode(String text) {
        return tryDecode(text).orElseThrow(() -> new IllegalArgumentException("Not decodable: " + text));
    }

    /// The decoded text, or the text itself if it is not [#isDecodable].
    public static String decodeIfPossible(String text) {
        return text.indexOf('%') < 0 ? text : tryDecode(text).orElse(text);
    }

    private static Optional<String> tryDecode(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) != '%') {
                decoded.append(text.charAt(at++));
                continue;
            }
            ByteBuffer bytes = ByteBuffer.allocate(escapes(text, at));
            while (at < text.length() && text.charAt(at) == '%') {
                int octet = octetAt(text, at + 1);
                if (octet < 0) {
                    return Optional.empty();
                }
                bytes.put((byte) octet);
                at += 3;
            }
            try {
                decoded.append(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()));
            } catch (CharacterCodingException e) {
                return Optional.empty();
            }
        }
        return Optional.of(decoded.toString());
    }

    /// How many percent signs stand in a row, each with two characters behind it.
    private static int escapes(String text, int from) {
        int count = 0;
        while (from + 3 * count < text.length() && text.charAt(from + 3 * count) == '%') {
            count++;
        }
        return count;
    }

    /// The value of two hexadecimal digits; negative if they are not there.
    static int octetAt(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = hex(text.charAt(at));
        int low = hex(text.charAt(at + 1));
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    public static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
