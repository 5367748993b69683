package dev.understudy.js.regex;

import java.util.Optional;

/// The text of a regular expression and how far it is read.
final class RegexSource {

    private static final String DIGITS = "0123456789";

    private final String text;
    private int at;

    RegexSource(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at == text.length();
    }

    boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    boolean eat(char c) {
        if (isAt(c)) {
            at++;
            return true;
        }
        return false;
    }

    char next() {
        return text.charAt(at++);
    }

    void back() {
        at--;
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    /// The quantifier that stands here, if one does; read behind it, but for the mark that makes it lazy.
    Optional<Repetition> quantifier() {
        if (eat('*')) {
            return Optional.of(new Repetition(0, Integer.MAX_VALUE));
        }
        if (eat('+')) {
            return Optional.of(new Repetition(1, Integer.MAX_VALUE));
        }
        if (eat('?')) {
            return Optional.of(new Repetition(0, 1));
        }
        return bounds();
    }

    /// Numbers in braces, if they stand here; braces around anything else are plain characters.
    Optional<Repetition> bounds() {
        int start = at;
        if (eat('{') && isAtAny(DIGITS)) {
            int min = number(DIGITS);
            int max = min;
            if (eat(',')) {
                max = isAtAny(DIGITS) ? number(DIGITS) : Integer.MAX_VALUE;
            }
            if (eat('}')) {
                return Optional.of(new Repetition(min, max));
            }
        }
        at = start;
        return Optional.empty();
    }

    /// The number that stands here; one that is too big is the biggest.
    int number(String digits) {
        long number = 0;
        while (isAtAny(digits)) {
            number = Math.min(Integer.MAX_VALUE, number * 10 + (next() - '0'));
        }
        return (int) number;
    }

    boolean isAtAny(String characters) {
        return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
    }

    /// So many hexadecimal digits; -1, and nothing is read, if they do not stand here.
    int hex(int digits) {
        if (at + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(text.charAt(at + i), 16);
            if (digit < 0 || text.charAt(at + i) > 'f') {
                return -1;
            }
            value = value * 16 + digit;
        }
        at += digits;
        return value;
    }

    /// A name up to and with `>`.
    String groupName() {
        int end = text.indexOf('>', at);
        if (end <= at || !isName(text.substring(at, end))) {
            throw new RegexSyntaxException(RegexMistake.BROKEN_NAME);
        }
        String name = text.substring(at, end);
        at = end + 1;
        return name;
    }

    private static boolean isName(String name) {
        return isNameStart(name.codePointAt(0))
                && name.codePoints().allMatch(c -> isNameStart(c) || Character.isUnicodeIdentifierPart(c));
    }

    private static boolean isNameStart(int c) {
        return c == '$' || c == '_' || Character.isUnicodeIdentifierStart(c);
    }
}
