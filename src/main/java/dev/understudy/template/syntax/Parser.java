package dev.understudy.template.syntax;

import dev.understudy.template.syntax.Syntax.Block;
import dev.understudy.template.syntax.Syntax.Comment;
import dev.understudy.template.syntax.Syntax.Content;
import dev.understudy.template.syntax.Syntax.Expression;
import dev.understudy.template.syntax.Syntax.Head;
import dev.understudy.template.syntax.Syntax.Indent;
import dev.understudy.template.syntax.Syntax.Literal;
import dev.understudy.template.syntax.Syntax.Mustache;
import dev.understudy.template.syntax.Syntax.Nested;
import dev.understudy.template.syntax.Syntax.Partial;
import dev.understudy.template.syntax.Syntax.Path;
import dev.understudy.template.syntax.Syntax.Program;
import dev.understudy.template.syntax.Syntax.Strip;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a template by descent. For one parsing on one thread.
public final class Parser {

    private final Tokens tokens;
    private final TagParser heads;

    private Parser(String text) {
        tokens = new Tokens(new Source(text));
        heads = new TagParser(tokens);
    }

    /// What a text says, with the white space already gone that the rules about it take away.
    public static Program parse(String text) throws SyntaxException {
        Parser parser = new Parser(text);
        Program program = parser.program(List.of(), Expected.TEXT_END);
        parser.tokens.require(Expected.TEXT_END);
        WhitespaceControl.strip(program);
        return program;
    }

    /// What follows an `{{else}}`.
    private record Otherwise(Program program, Strip strip, boolean chained) {}

    /// @param end the tokens that may come where a statement is looked for, if the program is empty
    private Program program(List<String> parameters, Set<TokenKind> end) throws SyntaxException {
        tokens.require(Expected.with(Expected.STATEMENT, end));
        List<Syntax> statements = new ArrayList<>();
        while (Expected.STATEMENT.contains(tokens.kind())) {
            statements.add(statement());
        }
        return new Program(statements, parameters, false);
    }

    private Syntax statement() throws SyntaxException {
        Token token = tokens.take();
        return switch (token.kind()) {
            case CONTENT -> new Content(token.text());
            case COMMENT -> new Comment(strip(token, token));
            case OPEN_RAW_BLOCK -> rawBlock();
            case OPEN_BLOCK -> block(token);
            case OPEN_INVERSE -> inverseBlock(token);
            case OPEN_PARTIAL -> partial(token);
            case OPEN_PARTIAL_BLOCK -> partialBlock(token);
            default -> mustache(token);
        };
    }

    private Mustache mustache(Token open) throws SyntaxException {
        boolean braces = open.kind() == TokenKind.OPEN_UNESCAPED;
        Head head = heads.head(braces ? TokenKind.CLOSE_UNESCAPED : TokenKind.CLOSE);
        Strip strip = new Strip(open.stripsBefore(), stripsAfter(tokens.take(), braces));
        return new Mustache(
                head, !braces && !open.raw().endsWith("&"), open.raw().endsWith("*"), strip);
    }

    private static boolean stripsAfter(Token close, boolean braces) {
        return braces ? close.raw().equals("}~}}") : close.stripsAfter();
    }

    private Block rawBlock() throws SyntaxException {
        Head head = heads.head(TokenKind.CLOSE_RAW_BLOCK);
        tokens.take();
        List<Syntax> contents = new ArrayList<>();
        tokens.require(Expected.RAW);
        while (tokens.kind() == TokenKind.CONTENT) {
            contents.add(new Content(tokens.take().text()));
            tokens.require(Expected.with(
                    Expected.with(Expected.STATEMENT, Expected.BLOCK_END), TokenKind.EOF, TokenKind.END_RAW_BLOCK));
            tokens.require(Expected.RAW);
        }
        Token end = tokens.take();
        requireSame(head, end.text(), end);
        Program program = new Program(contents, List.of(), false);
        return new Block(head, false, program, null, Strip.NONE, Strip.NONE, Strip.NONE);
    }

    private Block block(Token open) throws SyntaxException {
        tokens.enter();
        Head head = heads.blockHead();
        List<String> parameters = heads.blockParameters();
        Strip strip = strip(open, tokens.take(TokenKind.CLOSE));
        Program program = program(parameters, Expected.BLOCK_END);
        tokens.require(Expected.BLOCK_END);
        Otherwise otherwise = otherwise();
        boolean decorator = open.raw().endsWith("*");
        Strip close = close(head, Expected.END);
        tokens.leave();
        if (decorator && otherwise != null) {
            throw new SyntaxException(
                    "Unexpected inverse block on decorator",
                    head.line(),
                    "A block that begins with {{#* has no else. Take the else out.");
        }
        return of(head, decorator, program, otherwise, strip, close);
    }

    /// `{{^name}}…{{else}}…{{/name}}`: the first part is the one that is printed if the condition does not hold.
    private Block inverseBlock(Token open) throws SyntaxException {
        tokens.enter();
        Head head = heads.blockHead();
        List<String> parameters = heads.blockParameters();
        Strip strip = strip(open, tokens.take(TokenKind.CLOSE));
        Program inverse = program(parameters, Expected.INVERSE_END);
        tokens.require(Expected.INVERSE_END);
        Otherwise otherwise = tokens.kind() == TokenKind.INVERSE ? otherwise() : null;
        Strip close = close(head, Expected.END);
        tokens.leave();
        return new Block(
                head,
                false,
                otherwise == null ? null : otherwise.program(),
                inverse,
                strip,
                otherwise == null ? Strip.NONE : otherwise.strip(),
                close);
    }

    private static Block of(
            Head head, boolean decorator, Program program, @Nullable Otherwise otherwise, Strip open, Strip close) {
        if (otherwise == null) {
            return new Block(head, decorator, program, null, open, Strip.NONE, close);
        }
        if (otherwise.chained() && otherwise.program().statements().getFirst() instanceof Block chained) {
            otherwise.program().statements().set(0, chained.closedBy(close));
        }
        return new Block(head, decorator, program, otherwise.program(), open, otherwise.strip(), close);
    }

    private @Nullable Otherwise otherwise() throws SyntaxException {
        if (tokens.kind() == TokenKind.OPEN_INVERSE_CHAIN) {
            return chain();
        }
        if (tokens.kind() != TokenKind.INVERSE) {
            return null;
        }
        Token token = tokens.take();
        Program program = program(List.of(), Expected.END);
        return new Otherwise(program, strip(token, token), false);
    }

    /// `{{else name}}`: a block within what follows the else, which the closing tag closes as well.
    private Otherwise chain() throws SyntaxException {
        tokens.enter();
        Token open = tokens.take();
        Head head = heads.blockHead();
        List<String> parameters = heads.blockParameters();
        Strip strip = strip(open, tokens.take(TokenKind.CLOSE));
        Program program = program(parameters, Expected.BLOCK_END);
        tokens.require(Expected.BLOCK_END);
        Otherwise further = otherwise();
        tokens.leave();
        Block block = of(head, false, program, further, strip, further == null ? Strip.NONE : further.strip());
        List<Syntax> statements = new ArrayList<>(List.of(block));
        return new Otherwise(new Program(statements, List.of(), true), strip, true);
    }

    private Partial partial(Token open) throws SyntaxException {
        Head head = heads.partialHead();
        Strip strip = strip(open, tokens.take(TokenKind.CLOSE));
        return new Partial(head, null, strip, Strip.NONE, new Indent(), open.column());
    }

    private Partial partialBlock(Token open) throws SyntaxException {
        tokens.enter();
        Head head = heads.partialHead();
        Strip strip = strip(open, tokens.take(TokenKind.CLOSE));
        Program program = program(List.of(), Expected.END);
        Strip close = close(head, Expected.END);
        tokens.leave();
        return new Partial(head, program, strip, close, new Indent(), open.column());
    }

    private Strip close(Head open, Set<TokenKind> expected) throws SyntaxException {
        tokens.require(expected);
        Token token = tokens.take();
        tokens.require(Expected.NAME);
        Token first = tokens.peek();
        Expression name = heads.name();
        Strip strip = strip(token, tokens.take(TokenKind.CLOSE));
        requireSame(open, original(name), first);
        return strip;
    }

    private static void requireSame(Head open, String close, Token end) throws SyntaxException {
        String name = original(open.name());
        if (!name.equals(close)) {
            throw TagParser.at(
                    name + " doesn't match " + close, open.line(), open.column(), Written.otherEnd(end, name, close));
        }
    }

    private static String original(Expression name) {
        return switch (name) {
            case Literal literal -> literal.original();
            case Path path -> path.original();
            case Nested nested -> original(nested.head().name());
        };
    }

    private static Strip strip(Token open, Token close) {
        return new Strip(open.stripsBefore(), close.stripsAfter());
    }
}
