package dev.understudy.js.path;

import dev.understudy.js.JsException;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
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

    private final ExpressionScanner scanner;
    private int depth;

    ExpressionParser(String source) {
        this.scanner = new ExpressionScanner(source);
    }

    FilterExpression parse() throws JsException {
        List<FilterExpression> parts = new ArrayList<>();
        scanner.skipSpaces();
        while (!scanner.isAtEnd()) {
            parts.add(binary(0));
            scanner.skipSpaces();
        }
        return parts.size() == 1 ? parts.getFirst() : new FilterExpression.Several(parts);
    }

    private FilterExpression binary(int level) throws JsException {
        if (level == OPERATORS.size()) {
            return unary();
        }
        FilterExpression left = binary(level + 1);
        while (true) {
            String operator = operator(level);
            if (operator.isEmpty()) {
                return left;
            }
            scanner.skipSpaces();
            if (scanner.isAtEnd()) {
                throw new JsException("Expected expression after " + operator + " at character " + scanner.at());
            }
            left = new FilterExpression.Binary(operator, left, binary(level + 1));
        }
    }

    private String operator(int level) {
        scanner.skipSpaces();
        for (String operator : OPERATORS.get(level)) {
            if (scanner.eat(operator)) {
                return operator;
            }
        }
        return "";
    }

    private FilterExpression unary() throws JsException {
        scanner.skipSpaces();
        if (scanner.eat('-')) {
            return new FilterExpression.Negative(unary());
        }
        return members(primary());
    }

    private FilterExpression primary() throws JsException {
        if (scanner.isAtEnd()) {
            throw new JsException("Unexpected end of expression at character " + scanner.at());
        }
        if (scanner.isAtQuote()) {
            return new FilterExpression.Constant(new Text(scanner.string()));
        }
        if (scanner.isAtNumber()) {
            return new FilterExpression.Constant(scanner.number());
        }
        if (scanner.isAtName()) {
            return constant(scanner.name());
        }
        if (scanner.eat('(')) {
            return grouped();
        }
        throw scanner.unexpected();
    }

    private FilterExpression grouped() throws JsException {
        if (++depth > MAX_DEPTH) {
            throw new JsException("Too many parentheses");
        }
        if (scanner.eat(')')) {
            depth--;
            return new FilterExpression.Constant(Undefined.UNDEFINED);
        }
        FilterExpression inside = binary(0);
        scanner.skipSpaces();
        if (!scanner.eat(')')) {
            throw new JsException("Unclosed ( at character " + scanner.at());
        }
        depth--;
        return inside;
    }

    private FilterExpression constant(String name) {
        return switch (name) {
            case "true" -> new FilterExpression.Constant(Bool.TRUE);
            case "false" -> new FilterExpression.Constant(Bool.FALSE);
            case "null" -> new FilterExpression.Constant(Null.NULL);
            case "undefined" -> new FilterExpression.Constant(Undefined.UNDEFINED);
            default -> new FilterExpression.Variable(name);
        };
    }

    private FilterExpression members(FilterExpression first) throws JsException {
        FilterExpression whole = first;
        while (true) {
            scanner.skipSpaces();
            if (scanner.eat('.')) {
                scanner.skipSpaces();
                if (!scanner.isAtName()) {
                    throw scanner.unexpected();
                }
                String name = scanner.name();
                whole = name.equals("match") && scanner.eat('(')
                        ? new FilterExpression.Match(whole, pattern())
                        : new FilterExpression.Member(whole, new FilterExpression.Constant(new Text(name)));
            } else if (scanner.eat('[')) {
                FilterExpression name = binary(0);
                scanner.skipSpaces();
                if (!scanner.eat(']')) {
                    throw new JsException("Unclosed [ at character " + scanner.at());
                }
                whole = new FilterExpression.Member(whole, name);
            } else {
                return whole;
            }
        }
    }

    private JsRegex.Compilation pattern() throws JsException {
        scanner.skipSpaces();
        JsRegex.Compilation regex;
        if (scanner.eat('/')) {
            regex = scanner.regex();
        } else if (scanner.isAtQuote()) {
            regex = JsRegex.compile(scanner.string(), false);
        } else {
            throw scanner.unexpected();
        }
        scanner.skipSpaces();
        if (!scanner.eat(')')) {
            throw new JsException("Expected ) at character " + scanner.at());
        }
        return regex;
    }
}
