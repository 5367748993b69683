package dev.understudy.mock.wire;

import dev.understudy.js.Surrogates;
import java.nio.charset.StandardCharsets;

/// The bytes of a text under the charset that a response names, as the reference makes them.
public final class BodyEncoding {

    private BodyEncoding() {}

    /// The bytes of a text.
    ///
    /// @param charset lower case; an unknown one means UTF-8
    public static byte[] encode(String text, String charset) {
        return switch (charset) {
            case "iso-8859-1", "latin1", "windows-1252", "binary", "ascii", "us-ascii" -> lowBytes(text);
            case "utf-16le", "utf16le", "utf-16", "utf16", "ucs-2", "ucs2" -> text.getBytes(StandardCharsets.UTF_16LE);
            default -> utf8(text);
        };
    }

    /// The bytes of a text in UTF-8. Half a character, as cutting a text may leave it, becomes the sign for what can't
    /// be read, where a Java encoder would write a question mark.
    public static byte[] utf8(String text) {
        return Surrogates.whole(text).getBytes(StandardCharsets.UTF_8);
    }

    /// The reference keeps the low byte of each UTF-16 unit, where a Java encoder would write a question mark.
    private static byte[] lowBytes(String text) {
        byte[] bytes = new byte[text.length()];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) text.charAt(at);
        }
        return bytes;
    }
}
