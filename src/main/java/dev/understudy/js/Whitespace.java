package dev.understudy.js;

/// What JavaScript takes for white space: its own marks, line ends, and Unicode's spaces.
public final class Whitespace {

    private Whitespace() {}

    public static boolean is(char c) {
        return switch (c) {
            case ' ', '\t', '\n', '\r', '\f', '\u000B', '\u00A0', '\uFEFF', '\u2028', '\u2029' -> true;
            default -> c > 0x7F && Character.getType(c) == Character.SPACE_SEPARATOR;
        };
    }

    /// The text without white space at its ends.
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && is(text.charAt(from))) {
            from++;
        }
        while (to > from && is(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /// The text without white space at its end.
    public static String stripEnd(CharSequence text) {
        int to = text.length();
        while (to > 0 && is(text.charAt(to - 1))) {
            to--;
        }
        return text.subSequence(0, to).toString();
    }
}
