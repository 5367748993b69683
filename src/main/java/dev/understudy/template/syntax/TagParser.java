package dev.understudy.template.syntax;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.Numbers;
import dev.understudy.template.syntax.Syntax.Expression;
import dev.understudy.template.syntax.Syntax.Head;
import dev.understudy.template.syntax.Syntax.Literal;
import dev.understudy.template.syntax.Syntax.Named;
import dev.understudy.template.syntax.Syntax.Nested;
import dev.understudy.template.syntax.Syntax.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads what stands inside a tag: a name, values, and values with names.
record TagParser(Tokens tokens) {

    /// @param close the token that the tag ends with; it is left where it is
    Head head(TokenKind close) throws SyntaxException {
        tokens.require(Expected.NAME);
        Token first = tokens.peek();
        Expression name = name();
        return rest(name, first, Expected.with(Expected.VALUE, close), Set.of(close));
    }

    /// Of a tag that opens a block: names for its values may follow.
    Head blockHead() throws SyntaxException {
        tokens.require(Expected.NAME);
        Token first = tokens.peek();
        Expression name = name();
        Set<TokenKind> end = Set.of(TokenKind.CLOSE, TokenKind.OPEN_BLOCK_PARAMS);
        return rest(name, first, Expected.with(Expected.VALUE, end), end);
    }

    /// Of a partial, whose name may be made by a call.
    Head partialHead() throws SyntaxException {
        tokens.require(Expected.VALUE);
        Token first = tokens.peek();
        Expression name = value();
        return rest(name, first, Expected.with(Expected.VALUE, TokenKind.CLOSE), Set.of(TokenKind.CLOSE));
    }

    List<String> blockParameters() throws SyntaxException {
        List<String> names = new ArrayList<>();
        if (tokens.kind() != TokenKind.OPEN_BLOCK_PARAMS) {
            return names;
        }
        tokens.take();
        names.add(unbracketed(tokens.take(TokenKind.ID).text()));
        while (tokens.kind() == TokenKind.ID) {
            names.add(unbracketed(tokens.take().text()));
        }
        tokens.require(Expected.with(Set.of(TokenKind.ID), TokenKind.CLOSE_BLOCK_PARAMS));
        tokens.take();
        return names;
    }

    /// Reads the arguments.
    ///
    /// @param expected what may stand after the name and after each argument
    /// @param end what may stand after the last named argument
    private Head rest(Expression name, Token first, Set<TokenKind> expected, Set<TokenKind> end)
            throws SyntaxException {
        List<Expression> arguments = new ArrayList<>();
        List<Named> named = new ArrayList<>();
        tokens.require(expected);
        while (Expected.VALUE.contains(tokens.kind())) {
            if (tokens.kind() == TokenKind.ID) {
                Token id = tokens.take();
                tokens.require(Expected.AFTER_FIRST_ID);
                if (tokens.kind() == TokenKind.EQUALS) {
                    named(id, named);
                    tokens.require(end);
                    break;
                }
                arguments.add(path(id, id, false));
            } else {
                arguments.add(value());
            }
            tokens.require(expected);
        }
        return new Head(name, List.copyOf(arguments), List.copyOf(named), first.line(), first.column());
    }

    private void named(Token first, List<Named> named) throws SyntaxException {
        Token id = first;
        while (true) {
            tokens.take(TokenKind.EQUALS);
            tokens.require(Expected.VALUE);
            named.add(new Named(unbracketed(id.text()), value()));
            tokens.require(Expected.AFTER_NAMED);
            if (tokens.kind() != TokenKind.ID) {
                return;
            }
            id = tokens.take();
        }
    }

    private Expression value() throws SyntaxException {
        if (tokens.kind() != TokenKind.OPEN_SEXPR) {
            return name();
        }
        tokens.enter();
        tokens.take();
        Head head = head(TokenKind.CLOSE_SEXPR);
        tokens.take(TokenKind.CLOSE_SEXPR);
        tokens.leave();
        tokens.require(Expected.AFTER_VALUE);
        return new Nested(head);
    }

    /// A path, a variable or a literal.
    Expression name() throws SyntaxException {
        Token token = tokens.take();
        return switch (token.kind()) {
            case DATA -> {
                tokens.require(Set.of(TokenKind.ID));
                yield path(tokens.take(), token, true);
            }
            case STRING -> literal(new Text(token.text()), token.text());
            case NUMBER -> {
                Num number = Numbers.read(token.text());
                yield literal(number, Numbers.print(number));
            }
            case BOOLEAN -> literal(Bool.of(token.text().equals("true")), token.text());
            case UNDEFINED -> literal(Undefined.UNDEFINED, token.text());
            case NULL -> literal(Null.NULL, token.text());
            default -> path(token, token, false);
        };
    }

    private Expression literal(JsValue value, String original) throws SyntaxException {
        tokens.require(Expected.AFTER_VALUE);
        return new Literal(value, original);
    }

    /// @param id its first name
    /// @param first what it begins with: the name, or the `@` before it
    private Path path(Token id, Token first, boolean data) throws SyntaxException {
        StringBuilder original = new StringBuilder(data ? "@" : "");
        List<String> parts = new ArrayList<>();
        String invalid = "";
        int depth = 0;
        Token part = id;
        while (true) {
            String name = unbracketed(part.text());
            original.append(name);
            if (!isStep(name, part)) {
                parts.add(name);
            } else if (!parts.isEmpty() && invalid.isEmpty()) {
                invalid = original.toString();
            } else if (name.equals("..")) {
                depth++;
            }
            tokens.require(Expected.AFTER_PATH);
            if (tokens.kind() != TokenKind.SEP) {
                break;
            }
            original.append(tokens.take().raw());
            part = tokens.take(TokenKind.ID);
        }
        if (!invalid.isEmpty()) {
            String sentence = "“%s” is no path: “..”, “.” and “this” stand at its beginning only.".formatted(invalid);
            throw at("Invalid path: " + invalid, first.line(), first.column(), Mistake.at(first, sentence));
        }
        return new Path(
                data, depth, List.copyOf(parts), isScoped(original), original.toString(), first.line(), first.column());
    }

    /// What the reference adds to complaints that are not its parser's own.
    static SyntaxException at(String message, int line, int column, Mistake mistake) {
        return new SyntaxException(message + " - " + line + ":" + column, line, mistake);
    }

    private static boolean isStep(String name, Token part) {
        boolean bracketed = !name.equals(part.text());
        return !bracketed && (name.equals("..") || name.equals(".") || name.equals("this"));
    }

    /// Whether a path begins with a dot, or has a word in it that ends with `this`.
    static boolean isScoped(CharSequence path) {
        String text = path.toString();
        if (text.startsWith(".")) {
            return true;
        }
        for (int at = text.indexOf("this"); at >= 0; at = text.indexOf("this", at + 1)) {
            if (at + 4 == text.length() || !TagLexer.isWordPart(text.charAt(at + 4))) {
                return true;
            }
        }
        return false;
    }

    /// The name in square brackets.
    private static String unbracketed(String id) {
        boolean bracketed = id.length() >= 2
                && id.startsWith("[")
                && id.endsWith("]")
                && id.indexOf('\n') < 0
                && id.indexOf('\r') < 0;
        return bracketed ? id.substring(1, id.length() - 1) : id;
    }
}
