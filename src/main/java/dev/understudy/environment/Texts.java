package dev.understudy.environment;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What every text in a document must be: Unicode that UTF-8 and PostgreSQL can hold.
public final class Texts {

    private Texts() {}

    /// What is wrong with the text, as the end of a sentence; empty if nothing is.
    public static Optional<String> flaw(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == 0) {
                return Optional.of("has a null character at position %d, which cannot be stored".formatted(at));
            }
            if (Character.isHighSurrogate(c)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(c)) {
                return Optional.of("has half of a surrogate pair at position %d, which is not Unicode".formatted(at));
            }
        }
        return Optional.empty();
    }

    /// The text with everything that [#flaw] complains of replaced by U+FFFD.
    public static String mended(String text) {
        String wellFormed = new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
        return wellFormed.replace('\0', '\uFFFD');
    }

    static int utf8Length(String text) {
        int bytes = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
