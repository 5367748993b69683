package dev.understudy.js.jmespath;

import dev.understudy.js.jmespath.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Reads tokens into nodes, by how tightly what follows binds. For one expression.
final class Parser {

    /// Expressions inside each other.
    static final int MAX_DEPTH = 100;

    private static final Map<String, Integer> BINDING = Map.ofEntries(
            Map.entry("|", 1),
            Map.entry("?", 2),
            Map.entry("||", 3),
            Map.entry("&&", 4),
            Map.entry("==", 5),
            Map.entry("!=", 5),
            Map.entry("<", 5),
            Map.entry("<=", 5),
            Map.entry(">", 5),
            Map.entry(">=", 5),
            Map.entry("+", 6),
            Map.entry("-", 6),
            Map.entry("/", 7),
            Map.entry("÷", 7),
            Map.entry("//", 7),
            Map.entry("%", 7),
            Map.entry("×", 7),
            Map.entry("[]", 9),
            Map.entry("*", 20),
            Map.entry("[?", 21),
            Map.entry(".", 40),
            Map.entry("{", 50),
            Map.entry("[", 55),
            Map.entry("(", 60));

    private static final int PLUS = 6;
    private static final int FLATTEN = 9;
    private static final int ENDS_PROJECTION = 10;
    private static final int STAR = 20;
    private static final int FILTER = 21;
    private static final int DOT = 40;
    private static final int NOT = 45;

    private final List<Token> tokens;
    private int at;
    private int depth;

    Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    Node parse() {
        Node node = expression(0);
        if (peek().kind() != Kind.END) {
            throw unexpected(peek());
        }
        return node;
    }

    private Node expression(int binding) {
        if (++depth > MAX_DEPTH) {
            throw new JmesException("Nested too deep");
        }
        Node left = start(next());
        while (binding < binding(peek())) {
            left = continued(left, next());
        }
        depth--;
        return left;
    }

    private static int binding(Token token) {
        return token.kind() == Kind.SIGN ? BINDING.getOrDefault(token.text(), 0) : 0;
    }

    private Node start(Token token) {
        return switch (token.kind()) {
            case VARIABLE -> new Node.Variable(token.text());
            case LITERAL -> new Node.Literal(token.value());
            case NAME ->
                token.text().equals("let") && peek().kind() == Kind.VARIABLE ? let() : new Node.Field(token.text());
            case QUOTED_NAME -> {
                if (peek().is("(")) {
                    throw unexpected(peek());
                }
                yield new Node.Field(token.text());
            }
            case SIGN -> startOfSign(token);
            case NUMBER, END -> throw unexpected(token);
        };
    }

    private Node startOfSign(Token token) {
        return switch (token.text()) {
            case "!" -> new Node.Not(expression(NOT));
            case "-" -> new Node.Signed(true, expression(PLUS));
            case "+" -> new Node.Signed(false, expression(PLUS));
            case "*" -> new Node.Projection(Node.Current.CURRENT, projected(STAR), Node.Source.VALUES);
            case "[?", "[]" -> continued(Node.Current.CURRENT, token);
            case "{" -> hash();
            case "[" -> bracket();
            case "@" -> Node.Current.CURRENT;
            case "$" -> Node.Root.ROOT;
            case "&" -> new Node.Reference(expression(0));
            case "(" -> {
                Node inside = expression(0);
                expect(")");
                yield inside;
            }
            default -> throw unexpected(token);
        };
    }

    private Node bracket() {
        if (peek().kind() == Kind.NUMBER || peek().is(":")) {
            return indexed(Node.Current.CURRENT);
        }
        if (peek().is("*") && tokens.get(at + 1).is("]")) {
            at += 2;
            return new Node.Projection(Node.Current.CURRENT, projected(STAR), Node.Source.ITEMS);
        }
        return list();
    }

    private Node continued(Node left, Token token) {
        return switch (token.text()) {
            case "?" -> {
                Node yes = expression(0);
                expect(":");
                yield new Node.Ternary(left, yes, expression(0));
            }
            case "." -> dotted(left);
            case "|" -> new Node.Chain(left, expression(binding(token)), true);
            case "||" -> new Node.Or(left, expression(binding(token)));
            case "&&" -> new Node.And(left, expression(binding(token)));
            case "(" -> {
                if (!(left instanceof Node.Field(String name))) {
                    throw unexpected(token);
                }
                yield new Node.Function(name, until(")"));
            }
            case "[?" -> {
                Node condition = expression(0);
                expect("]");
                Node right = peek().is("[]") ? Node.Current.CURRENT : projected(FILTER);
                yield new Node.Filter(left, condition, right);
            }
            case "[]" -> new Node.Projection(new Node.Flatten(left), projected(FLATTEN), Node.Source.ITEMS);
            case "[" -> indexedOrAll(left);
            case "{" -> throw unexpected(token);
            default -> new Node.Binary(token.text(), left, expression(binding(token)));
        };
    }

    private Node dotted(Node left) {
        if (peek().is("*")) {
            at++;
            return new Node.Projection(left, projected(DOT), Node.Source.VALUES);
        }
        return new Node.Chain(left, afterDot(DOT), false);
    }

    private Node afterDot(int binding) {
        if (peek().kind() == Kind.NAME || peek().kind() == Kind.QUOTED_NAME || peek().is("*")) {
            return expression(binding);
        }
        if (peek().is("[")) {
            at++;
            return list();
        }
        if (peek().is("{")) {
            at++;
            return hash();
        }
        throw unexpected(peek());
    }

    private Node indexedOrAll(Node left) {
        if (peek().kind() == Kind.NUMBER || peek().is(":")) {
            return indexed(left);
        }
        expect("*");
        expect("]");
        return new Node.Projection(left, projected(STAR), Node.Source.ITEMS);
    }

    /// What is done with each item.
    private Node projected(int binding) {
        if (binding(peek()) < ENDS_PROJECTION) {
            return Node.Current.CURRENT;
        }
        if (peek().is("[") || peek().is("[?")) {
            return expression(binding);
        }
        if (peek().is(".")) {
            at++;
            return afterDot(binding);
        }
        throw unexpected(peek());
    }

    private Node indexed(Node left) {
        if (!peek().is(":") && !tokens.get(at + 1).is(":")) {
            int index = number(next());
            expect("]");
            return new Node.Chain(left, new Node.Index(index), true);
        }
        OptionalInt[] parts = {OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()};
        int part = 0;
        while (!peek().is("]")) {
            Token token = next();
            if (token.is(":") && part < 2) {
                part++;
            } else if (token.kind() == Kind.NUMBER) {
                parts[part] = OptionalInt.of(number(token));
            } else {
                throw unexpected(token);
            }
        }
        expect("]");
        Node slice = new Node.Chain(left, new Node.Slice(parts[0], parts[1], parts[2]), true);
        return new Node.Projection(slice, projected(STAR), Node.Source.SLICE);
    }

    private Node list() {
        List<Node> items = new ArrayList<>();
        while (true) {
            items.add(expression(0));
            if (peek().is("]")) {
                at++;
                return new Node.ListOf(items);
            }
            expect(",");
        }
    }

    private Node hash() {
        Map<String, Node> members = new LinkedHashMap<>();
        while (true) {
            Token name = next();
            if (name.kind() != Kind.NAME && name.kind() != Kind.QUOTED_NAME) {
                throw unexpected(name);
            }
            expect(":");
            members.put(name.text(), expression(0));
            if (peek().is("}")) {
                at++;
                return new Node.HashOf(members);
            }
            expect(",");
        }
    }

    private List<Node> until(String end) {
        List<Node> nodes = new ArrayList<>();
        while (!peek().is(end)) {
            nodes.add(expression(0));
            if (peek().is(",")) {
                at++;
            }
        }
        at++;
        return nodes;
    }

    private Node let() {
        Map<String, Node> variables = new LinkedHashMap<>();
        while (!(peek().kind() == Kind.NAME && peek().text().equals("in"))) {
            Token name = next();
            if (name.kind() != Kind.VARIABLE) {
                throw unexpected(name);
            }
            expect("=");
            variables.put(name.text(), expression(0));
            if (peek().is(",")) {
                at++;
            }
        }
        at++;
        return new Node.Let(variables, expression(0));
    }

    private static int number(Token token) {
        if (token.kind() != Kind.NUMBER) {
            throw unexpected(token);
        }
        try {
            return Integer.parseInt(token.text());
        } catch (NumberFormatException tooBig) {
            return token.text().startsWith("-") ? -Integer.MAX_VALUE : Integer.MAX_VALUE;
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    private void expect(String sign) {
        Token token = next();
        if (!token.is(sign)) {
            throw unexpected(token);
        }
    }

    private static JmesException unexpected(Token token) {
        return new JmesException("Unexpected " + token.text());
    }
}
