package dev.understudy.js.date;

import dev.understudy.js.Whitespace;
import dev.understudy.js.date.DateToken.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Cuts a text into what dates are made of.
final class DateScanner {

    private static final int SIGNIFICANT_DIGITS = 9;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("ut", 0),
            Map.entry("utc", 0),
            Map.entry("z", 0),
            Map.entry("gmt", 0),
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7));

    private final String text;
    private int at;
    private DateToken current;

    DateScanner(String text) {
        this.text = text;
        current = scan();
    }

    DateToken peek() {
        return current;
    }

    DateToken next() {
        DateToken token = current;
        current = scan();
        return token;
    }

    boolean skip(char symbol) {
        if (current.is(symbol)) {
            next();
            return true;
        }
        return false;
    }

    /// The number that stands here as a fraction of a second, in milliseconds.
    int fraction() {
        int end = at;
        int start = end - current.length();
        next();
        StringBuilder digits = new StringBuilder(text.substring(start, Math.min(end, start + 3)));
        while (digits.length() < 3) {
            digits.append('0');
        }
        return Integer.parseInt(digits.toString());
    }

    /// Behind the parenthesis that closes the one just read.
    void skipParentheses() {
        int open = 1;
        while (open > 0 && current.kind() != Kind.END) {
            if (current.is('(')) {
                open++;
            } else if (current.is(')')) {
                open--;
            }
            next();
        }
    }

    private DateToken scan() {
        if (at == text.length()) {
            return new DateToken(Kind.END, 0, 0);
        }
        int start = at;
        char c = text.charAt(at);
        if (isDigit(c)) {
            return number(start);
        }
        if (isLetter(c)) {
            while (at < text.length() && isLetter(text.charAt(at))) {
                at++;
            }
            return word(text.substring(start, at).toLowerCase(Locale.ROOT));
        }
        at++;
        return Whitespace.is(c) ? new DateToken(Kind.SPACE, 0, 1) : new DateToken(Kind.SYMBOL, c, 1);
    }

    private DateToken number(int start) {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        int first = start;
        while (first < at - 1 && text.charAt(first) == '0') {
            first++;
        }
        String digits = text.substring(first, Math.min(at, first + SIGNIFICANT_DIGITS));
        return new DateToken(Kind.NUMBER, Integer.parseInt(digits), at - start);
    }

    private static DateToken word(String word) {
        int length = word.length();
        int month = length < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3));
        if (month >= 0) {
            return new DateToken(Kind.MONTH, month + 1, length);
        }
        if (word.equals("am") || word.equals("pm")) {
            return new DateToken(Kind.HALF_DAY, word.equals("am") ? 0 : 12, length);
        }
        if (word.equals("t")) {
            return new DateToken(Kind.T, 0, length);
        }
        Integer zone = ZONES.get(word);
        return zone == null ? new DateToken(Kind.WORD, 0, length) : new DateToken(Kind.ZONE, zone, length);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && !Whitespace.is(c);
    }
}
