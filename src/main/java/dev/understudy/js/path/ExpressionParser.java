package dev.understudy.js.path;

import dev.understudy.js.JsException;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.Numbers;
import dev.understudy.js.Whitespace;
import dev.understudy.js.regex.JsRegex;
import java.util.ArrayList;
import java.util.List;

/// Reads the expression of a filter. For one expression.
final class ExpressionParser {

    /// Operators by how tightly they bind, the loosest first.
    private static final List<List<String>> OPERATORS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("===", "!==", "==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("+", "-"));

    private static final int MAX_DEPTH = 100;

    private final String source;
    private int at;
    private int depth;

    ExpressionParser(String source) {
        this.source = source;
    }

    Expression parse() throws JsException {
        List<Expression> parts = new ArrayList<>();
        skipSpaces();
        while (at < source.length()) {
            parts.add(binary(0));
            skipSpaces();
        }
        return parts.size() == 1 ? parts.getFirst() : new Expression.Several(parts);
    }

    private Expression binary(int level) throws JsException {
        if (level == OPERATORS.size()) {
            return unary();
        }
        Expression left = binary(level + 1);
        while (true) {
            String operator = operator(level);
            if (operator.isEmpty()) {
                return left;
            }
            skipSpaces();
            if (at == source.length()) {
                throw new JsException("Expected expression after " + operator + " at character " + at);
            }
            left = new Expression.Binary(operator, left, binary(level + 1));
        }
    }

    private String operator(int level) {
        skipSpaces();
        for (String operator : OPERATORS.get(level)) {
            if (source.startsWith(operator, at)) {
                at += operator.length();
                return operator;
            }
        }
        return "";
    }

    private Expression unary() throws JsException {
        skipSpaces();
        if (eat('-')) {
            return new Expression.Negative(unary());
        }
        return members(primary());
    }

    private Expression primary() throws JsException {
        if (at == source.length()) {
            throw new JsException("Unexpected end of expression at character " + at);
        }
        char c = source.charAt(at);
        if (c == '"' || c == '\'') {
            return new Expression.Constant(new Text(string(c)));
        }
        if (isDigit(c) || (c == '.' && at + 1 < source.length() && isDigit(source.charAt(at + 1)))) {
            return number();
        }
        if (isNameStart(c)) {
            return constant(name());
        }
        if (eat('(')) {
            return grouped();
        }
        throw unexpected();
    }

    private Expression grouped() throws JsException {
        if (++depth > MAX_DEPTH) {
            throw new JsException("Too many parentheses");
        }
        if (eat(')')) {
            depth--;
            return new Expression.Constant(Undefined.UNDEFINED);
        }
        Expression inside = binary(0);
        skipSpaces();
        if (!eat(')')) {
            throw new JsException("Unclosed ( at character " + at);
        }
        depth--;
        return inside;
    }

    private Expression constant(String name) {
        return switch (name) {
            case "true" -> new Expression.Constant(Bool.TRUE);
            case "false" -> new Expression.Constant(Bool.FALSE);
            case "null" -> new Expression.Constant(Null.NULL);
            case "undefined" -> new Expression.Constant(Undefined.UNDEFINED);
            default -> new Expression.Variable(name);
        };
    }

    private Expression members(Expression first) throws JsException {
        Expression whole = first;
        while (true) {
            skipSpaces();
            if (eat('.')) {
                skipSpaces();
                if (at == source.length() || !isNameStart(source.charAt(at))) {
                    throw unexpected();
                }
                String name = name();
                whole = name.equals("match") && source.startsWith("(", at)
                        ? new Expression.Match(whole, pattern())
                        : new Expression.Member(whole, new Expression.Constant(new Text(name)));
            } else if (eat('[')) {
                Expression name = binary(0);
                skipSpaces();
                if (!eat(']')) {
                    throw new JsException("Unclosed [ at character " + at);
                }
                whole = new Expression.Member(whole, name);
            } else {
                return whole;
            }
        }
    }

    private JsRegex.Compilation pattern() throws JsException {
        at++;
        skipSpaces();
        JsRegex.Compilation regex;
        if (eat('/')) {
            regex = literal();
        } else if (at < source.length() && (source.charAt(at) == '"' || source.charAt(at) == '\'')) {
            regex = JsRegex.compile(string(source.charAt(at)), false);
        } else {
            throw unexpected();
        }
        skipSpaces();
        if (!eat(')')) {
            throw new JsException("Expected ) at character " + at);
        }
        return regex;
    }

    private JsRegex.Compilation literal() throws JsException {
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
        if (regex instanceof JsRegex.Invalid(String message)) {
            throw new JsException(message + " at character " + at);
        }
        return regex;
    }

    private String string(char quote) throws JsException {
        StringBuilder text = new StringBuilder();
        at++;
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

    private Expression number() throws JsException {
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
        return new Expression.Constant(new Num(Numbers.parse(source.substring(start, at))));
    }

    private String name() {
        int start = at;
        while (at < source.length() && (isNameStart(source.charAt(at)) || isDigit(source.charAt(at)))) {
            at++;
        }
        return source.substring(start, at);
    }

    private JsException unexpected() {
        if (at == source.length()) {
            return new JsException("Unexpected  at character " + at);
        }
        return new JsException("Unexpected \"" + source.charAt(at) + "\" at character " + at);
    }

    private boolean eat(char c) {
        if (at < source.length() && source.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpaces() {
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
