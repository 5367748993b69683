package dev.understudy.mock.path;

/// Gives texts of paths that mean the same one spelling: characters beyond ASCII and signs that addresses escape stand
/// there bare, all other escapes stay.
final class PathSpelling {

    /// Some clients escape them, others do not.
    private static final String BARE = " \"<>[\\]^`{|}";

    private static final char HALF = '\uFFFD';

    private final String text;
    private final StringBuilder spelled;
    private int at;

    private PathSpelling(String text, int start) {
        this.text = text;
        this.spelled = new StringBuilder(text.length()).append(text, 0, start);
        this.at = start;
    }

    /// The text in that spelling; the same object if it is. Takes time linear in its length.
    static String of(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '%' || c == '?' || c == '#' || Character.isSurrogate(c)) {
                return new PathSpelling(text, at).spell();
            }
        }
        return text;
    }

    private String spell() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '%' -> escape();
                case '?' -> replace("%3F");
                case '#' -> replace("%23");
                default -> character();
            }
        }
        return spelled.toString();
    }

    private void character() {
        int point = text.codePointAt(at);
        spelled.appendCodePoint(Character.isBmpCodePoint(point) && Character.isSurrogate((char) point) ? HALF : point);
        at += Character.charCount(point);
    }

    private void replace(String escape) {
        spelled.append(escape);
        at++;
    }

    private void escape() {
        int octet = Percent.octetAt(text, at + 1);
        if (octet < 0) {
            replace("%25");
        } else if (octet >= 0x80) {
            beyondAscii();
        } else if (BARE.indexOf(octet) >= 0) {
            spelled.append((char) octet);
            at += 3;
        } else {
            spelled.append(text, at, at + 3);
            at += 3;
        }
    }

    /// A run of octets that may be characters; else it stays.
    private void beyondAscii() {
        int start = at;
        while (at < text.length() && text.charAt(at) == '%' && Percent.octetAt(text, at + 1) >= 0x80) {
            at += 3;
        }
        spelled.append(Percent.decodeIfPossible(text.substring(start, at)));
    }
}
