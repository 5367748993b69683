package dev.understudy.mock.path;

/// Makes texts that a path match holds equal equal: the case-insensitivity of JavaScript's regular
/// expressions, by single characters, where nothing outside ASCII equals something inside.
public final class Fold {

    private Fold() {}

    /// The folded text, of the same length; the same object if it was folded already.
    public static String fold(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (fold(text.charAt(at)) != text.charAt(at)) {
                return foldFrom(text, at);
            }
        }
        return text;
    }

    private static String foldFrom(String text, int start) {
        char[] chars = text.toCharArray();
        for (int at = start; at < chars.length; at++) {
            chars[at] = fold(chars[at]);
        }
        return new String(chars);
    }

    private static char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        char upper = Character.toUpperCase(c);
        return upper < 0x80 ? c : upper;
    }
}
