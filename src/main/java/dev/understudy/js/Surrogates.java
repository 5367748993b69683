package dev.understudy.js;

/// Halves of the characters beyond U+FFFF, which texts of JavaScript may hold alone.
public final class Surrogates {

    private static final char UNREADABLE = '\uFFFD';

    private Surrogates() {}

    /// The text with U+FFFD for each half that stands alone: the same if there is none.
    public static String whole(String text) {
        int lone = lone(text, 0);
        if (lone < 0) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text);
        for (; lone >= 0; lone = lone(text, lone + 1)) {
            whole.setCharAt(lone, UNREADABLE);
        }
        return whole.toString();
    }

    private static int lone(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && at + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(at + 1));
                if (!pair) {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }
}
