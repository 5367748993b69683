package dev.understudy.js.jmespath;

import dev.understudy.js.jmespath.JmesToken.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Reads tokens into nodes, by how tightly what follows binds. For one expression.
final class JmesParser {

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

    private final List<JmesToken> tokens;
    private int at;
    private int depth;

    JmesParser(List<JmesToken> tokens) {
        this.tokens = tokens;
    }

    JmesNode parse() {
        JmesNode node = expression(0);
        if (peek().kind() != Kind.END) {
            throw unexpected(peek());
        }
        return node;
    }

    private JmesNode expression(int binding) {
        if (++depth > MAX_DEPTH) {
            throw new JmesException("Nested too deep");
        }
        JmesNode left = start(next());
        while (binding < binding(peek())) {
            left = continued(left, next());
        }
        depth--;
        return left;
    }

    private static int binding(JmesToken token) {
        return token.kind() == Kind.SIGN ? BINDING.getOrDefault(token.text(), 0) : 0;
    }

    private JmesNode start(JmesToken token) {
        return switch (token.kind()) {
            case VARIABLE -> new JmesNode.Variable(token.text());
            case LITERAL -> new JmesNode.Literal(token.value());
            case NAME ->
                token.text().equals("let") && peek().kind() == Kind.VARIABLE ? let() : new JmesNode.Field(token.text());
            case QUOTED_NAME -> {
                if (peek().is("(")) {
                    throw unexpected(peek());
                }
                yield new JmesNode.Field(token.text());
            }
            case SIGN -> startOfSign(token);
            case NUMBER, END -> throw unexpected(token);
        };
    }

    private JmesNode startOfSign(JmesToken token) {
        return switch (token.text()) {
            case "!" -> new JmesNode.Not(expression(NOT));
            case "-" -> new JmesNode.Signed(true, expression(PLUS));
            case "+" -> new JmesNode.Signed(false, expression(PLUS));
            case "*" -> new JmesNode.Projection(JmesNode.Current.CURRENT, projected(STAR), JmesNode.Source.VALUES);
            case "[?", "[]" -> continued(JmesNode.Current.CURRENT, token);
            case "{" -> hash();
            case "[" -> bracket();
            case "@" -> JmesNode.Current.CURRENT;
            case "$" -> JmesNode.Root.ROOT;
            case "&" -> new JmesNode.Reference(expression(0));
            case "(" -> {
                JmesNode inside = expression(0);
                expect(")");
                yield inside;
            }
            default -> throw unexpected(token);
        };
    }

    private JmesNode bracket() {
        if (peek().kind() == Kind.NUMBER || peek().is(":")) {
            return indexed(JmesNode.Current.CURRENT);
        }
        if (peek().is("*") && tokens.get(at + 1).is("]")) {
            at += 2;
            return new JmesNode.Projection(JmesNode.Current.CURRENT, projected(STAR), JmesNode.Source.ITEMS);
        }
        return list();
    }

    private JmesNode continued(JmesNode left, JmesToken token) {
        return switch (token.text()) {
            case "?" -> {
                JmesNode yes = expression(0);
                expect(":");
                yield new JmesNode.Ternary(left, yes, expression(0));
            }
            case "." -> dotted(left);
            case "|" -> new JmesNode.Chain(left, expression(binding(token)), true);
            case "||" -> new JmesNode.Or(left, expression(binding(token)));
            case "&&" -> new JmesNode.And(left, expression(binding(token)));
            case "(" -> {
                if (!(left instanceof JmesNode.Field(String name))) {
                    throw unexpected(token);
                }
                yield new JmesNode.Function(name, until(")"));
            }
            case "[?" -> {
                JmesNode condition = expression(0);
                expect("]");
                JmesNode right = peek().is("[]") ? JmesNode.Current.CURRENT : projected(FILTER);
                yield new JmesNode.Filter(left, condition, right);
            }
            case "[]" -> new JmesNode.Projection(new JmesNode.Flatten(left), projected(FLATTEN), JmesNode.Source.ITEMS);
            case "[" -> indexedOrAll(left);
            case "{" -> throw unexpected(token);
            default -> new JmesNode.Binary(token.text(), left, expression(binding(token)));
        };
    }

    private JmesNode dotted(JmesNode left) {
        if (peek().is("*")) {
            at++;
            return new JmesNode.Projection(left, projected(DOT), JmesNode.Source.VALUES);
        }
        return new JmesNode.Chain(left, afterDot(DOT), false);
    }

    private JmesNode afterDot(int binding) {
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

    private JmesNode indexedOrAll(JmesNode left) {
        if (peek().kind() == Kind.NUMBER || peek().is(":")) {
            return indexed(left);
        }
        expect("*");
        expect("]");
        return new JmesNode.Projection(left, projected(STAR), JmesNode.Source.ITEMS);
    }

    /// What is done with each item.
    private JmesNode projected(int binding) {
        if (binding(peek()) < ENDS_PROJECTION) {
            return JmesNode.Current.CURRENT;
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

    private JmesNode indexed(JmesNode left) {
        if (!peek().is(":") && !tokens.get(at + 1).is(":")) {
            int index = number(next());
            expect("]");
            return new JmesNode.Chain(left, new JmesNode.Index(index), true);
        }
        OptionalInt[] parts = {OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()};
        int part = 0;
        while (!peek().is("]")) {
            JmesToken token = next();
            if (token.is(":") && part < 2) {
                part++;
            } else if (token.kind() == Kind.NUMBER) {
                parts[part] = OptionalInt.of(number(token));
            } else {
                throw unexpected(token);
            }
        }
        expect("]");
        JmesNode slice = new JmesNode.Chain(left, new JmesNode.Slice(parts[0], parts[1], parts[2]), true);
        return new JmesNode.Projection(slice, projected(STAR), JmesNode.Source.SLICE);
    }

    private JmesNode list() {
        List<JmesNode> items = new ArrayList<>();
        while (true) {
            items.add(expression(0));
            if (peek().is("]")) {
                at++;
                return new JmesNode.ListOf(items);
            }
            expect(",");
        }
    }

    private JmesNode hash() {
        Map<String, JmesNode> members = new LinkedHashMap<>();
        while (true) {
            JmesToken name = next();
            if (name.kind() != Kind.NAME && name.kind() != Kind.QUOTED_NAME) {
                throw unexpected(name);
            }
            expect(":");
            members.put(name.text(), expression(0));
            if (peek().is("}")) {
                at++;
                return new JmesNode.HashOf(members);
            }
            expect(",");
        }
    }

    private List<JmesNode> until(String end) {
        List<JmesNode> nodes = new ArrayList<>();
        while (!peek().is(end)) {
            nodes.add(expression(0));
            if (peek().is(",")) {
                at++;
            }
        }
        at++;
        return nodes;
    }

    private JmesNode let() {
        Map<String, JmesNode> variables = new LinkedHashMap<>();
        while (!(peek().kind() == Kind.NAME && peek().text().equals("in"))) {
            JmesToken name = next();
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
        return new JmesNode.Let(variables, expression(0));
    }

    private static int number(JmesToken token) {
        if (token.kind() != Kind.NUMBER) {
            throw unexpected(token);
        }
        try {
            return Integer.parseInt(token.text());
        } catch (NumberFormatException tooBig) {
            return token.text().startsWith("-") ? -Integer.MAX_VALUE : Integer.MAX_VALUE;
        }
    }

    private JmesToken peek() {
        return tokens.get(at);
    }

    private JmesToken next() {
        JmesToken token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    private void expect(String sign) {
        JmesToken token = next();
        if (!token.is(sign)) {
            throw unexpected(token);
        }
    }

    private static JmesException unexpected(JmesToken token) {
        return new JmesException("Unexpected " + token.text());
    }
}
