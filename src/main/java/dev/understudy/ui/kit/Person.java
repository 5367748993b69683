package dev.understudy.ui.kit;

import java.util.Locale;
import java.util.UUID;

/// Somebody as the screen shows them: a name, one of the palette's colours, and whether it is the reader.
///
/// @param colour any number from 0; the palette starts again when it is used up
public record Person(String name, int colour, boolean me) {

    private static final int PALETTE = 8;

    /// The colour for styles, the same everywhere a person shows: avatar, dot in the tree, outline, caret.
    public static String css(int colour) {
        return "var(--p" + (Math.floorMod(colour, PALETTE) + 1) + ")";
    }

    /// The colour of somebody wherever nobody gave them one.
    public static int colourOf(UUID user) {
        return Math.floorMod(user.hashCode(), PALETTE);
    }

    public String css() {
        return me ? "var(--accent)" : css(colour);
    }

    /// Two letters: of the first and the last word of the name, or of its only one.
    public String initials() {
        String[] words = name.strip().split("\\s+", -1);
        String letters = words.length > 1 ? start(words[0], 1) + start(words[words.length - 1], 1) : start(words[0], 2);
        return letters.toUpperCase(Locale.ROOT);
    }

    private static String start(String word, int letters) {
        return word.codePoints()
                .limit(letters)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
