package dev.understudy.js.regex;

/// What a backslash makes of the characters after it, where it is neither a reference nor a place.
final class Escapes {

    private static final String OCTAL = "01234567";
    private static final int MAX_OCTAL = 0xFF;
    private static final int CONTROL_MASK = 0x1F;

    private Escapes() {}

    /// Outside of classes; read behind the backslash.
    static RegexNode atom(RegexSource source, boolean ignoreCase) {
        CharSet.Builder set = new CharSet.Builder();
        if (addSet(source, set)) {
            return new RegexNode.Chars(set.build(false, ignoreCase));
        }
        return new RegexNode.Literal(character(source, false));
    }

    /// Adds what `\d` and its like stand for; false, and nothing is read, for anything else.
    static boolean addSet(RegexSource source, CharSet.Builder set) {
        switch (source.next()) {
            case 'd' -> set.addAll(CharSet.DIGITS, false);
            case 'D' -> set.addAll(CharSet.DIGITS, true);
            case 'w' -> set.addAll(CharSet.WORD, false);
            case 'W' -> set.addAll(CharSet.WORD, true);
            case 's' -> set.addAll(CharSet.SPACES, false);
            case 'S' -> set.addAll(CharSet.SPACES, true);
            default -> {
                source.back();
                return false;
            }
        }
        return true;
    }

    /// The one character that is meant.
    static char character(RegexSource source, boolean inClass) {
        char c = source.next();
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> '\u000B';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'b' -> inClass ? '\b' : c;
            case 'c' -> control(source, inClass);
            case 'x' -> coded(source, c, 2);
            case 'u' -> coded(source, c, 4);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                source.back();
                yield octal(source);
            }
            default -> c;
        };
    }

    private static char coded(RegexSource source, char letter, int digits) {
        int code = source.hex(digits);
        return code < 0 ? letter : (char) code;
    }

    /// Without a letter after it the backslash means itself.
    private static char control(RegexSource source, boolean inClass) {
        if (!source.atEnd()) {
            char letter = source.next();
            boolean plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
            boolean classOnly = (letter >= '0' && letter <= '9') || letter == '_';
            if (plain || (inClass && classOnly)) {
                return (char) (letter & CONTROL_MASK);
            }
            source.back();
        }
        source.back();
        return '\\';
    }

    private static char octal(RegexSource source) {
        int code = 0;
        while (source.isAtAny(OCTAL)) {
            int longer = code * 8 + (source.next() - '0');
            if (longer > MAX_OCTAL) {
                source.back();
                break;
            }
            code = longer;
        }
        return (char) code;
    }
}
