package dev.understudy.js.path;

import dev.understudy.js.JsException;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.Numbers;
import dev.understudy.js.Whitespace;
import dev.understudy.js.regex.JsRegex;

/// Cuts the expression of a filter into its smallest parts. For one expression.
final class ExpressionScanner {

    private final String source;
    private int at;

    ExpressionScanner(String source) {
        this.source = source;
    }

    /// How many characters have been read.
    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at == source.length();
    }

    boolean isAtQuote() {
        return !isAtEnd() && (source.charAt(at) == '"' || source.charAt(at) == '\'');
    }

    boolean isAtNumber() {
        return isDigitAt(at) || (source.startsWith(".", at) && isDigitAt(at + 1));
    }

    boolean isAtName() {
        return !isAtEnd() && isNameStart(source.charAt(at));
    }

    private boolean isDigitAt(int place) {
        return place < source.length() && isDigit(source.charAt(place));
    }

    /// A regular expression behind its first slash.
    JsRegex.Compilation regex() throws JsException {
        int start = at;
        boolean inClass = false;
        while (at < source.length() && (inClass || source.charAt(at) != '/')) {
            char c = source.charAt(at);
            inClass = c == '[' || (inClass && c != ']');
            at += c == '\\' ? 2 : 1;
        }
        if (at >= source.length()) {
            throw new JsException("Unclosed Regex at character " + source.length());
        }
        String pattern = source.substring(start, at++);
        int flags = at;
        while (at < source.length() && isNameStart(source.charAt(at))) {
            at++;
        }
        JsRegex.Compilation regex =
                JsRegex.compile(pattern, source.substring(flags, at).contains("i"));
        if (regex instanceof JsRegex.Invalid(String message, var _)) {
            throw new JsException(message + " at character " + at);
        }
        return regex;
    }

    /// The text between quotes.
    String string() throws JsException {
        StringBuilder text = new StringBuilder();
        char quote = source.charAt(at++);
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c == quote) {
                return text.toString();
            }
            text.append(c == '\\' && at < source.length() ? escaped(source.charAt(at++)) : c);
        }
        throw new JsException("Unclosed quote after \"" + text + "\" at character " + at);
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> '\u000B';
            default -> c;
        };
    }

    Num number() throws JsException {
        int start = at;
        boolean point = false;
        while (at < source.length() && (isDigit(source.charAt(at)) || (source.charAt(at) == '.' && !point))) {
            point |= source.charAt(at) == '.';
            at++;
        }
        if (at < source.length() && source.charAt(at) == '.') {
            throw new JsException("Unexpected period at character " + at);
        }
        if (at < source.length() && isNameStart(source.charAt(at))) {
            String number = source.substring(start, at);
            throw new JsException("Variable names cannot start with a number (" + number + source.charAt(at)
                    + ") at character " + at);
        }
        return Numbers.read(source.substring(start, at));
    }

    String name() {
        int start = at;
        while (at < source.length() && (isNameStart(source.charAt(at)) || isDigit(source.charAt(at)))) {
            at++;
        }
        return source.substring(start, at);
    }

    /// What is wrong where the next part can't stand.
    JsException unexpected() {
        if (at == source.length()) {
            return new JsException("Unexpected  at character " + at);
        }
        return new JsException("Unexpected \"" + source.charAt(at) + "\" at character " + at);
    }

    /// Goes past what is next, if it is that.
    boolean eat(String part) {
        if (source.startsWith(part, at)) {
            at += part.length();
            return true;
        }
        return false;
    }

    boolean eat(char c) {
        if (at < source.length() && source.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    void skipSpaces() {
        while (at < source.length() && Whitespace.is(source.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return c == '_' || c == '$' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 128;
    }
}
