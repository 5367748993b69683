package dev.understudy.template.syntax;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The tokens of a template with one of them ahead, and how many levels deep the parser is. For one parsing on one
/// thread.
final class Tokens {

    /// Blocks within blocks and calls within calls; deeper templates are not read.
    static final int MAX_NESTING = 200;

    private final Source source;
    private final Lexer lexer;
    private final Written written = new Written();
    private @Nullable Token ahead;
    private int line = 1;
    private int nesting;

    Tokens(Source source) {
        this.source = source;
        this.lexer = new Lexer(source, written);
    }

    Token peek() throws SyntaxException {
        if (ahead == null) {
            ahead = lexer.next();
        }
        return ahead;
    }

    TokenKind kind() throws SyntaxException {
        return peek().kind();
    }

    Token take() throws SyntaxException {
        Token token = peek();
        ahead = null;
        written.took(token);
        line = token.lastLine();
        return token;
    }

    Token take(TokenKind kind) throws SyntaxException {
        require(Set.of(kind));
        return take();
    }

    /// Complains, unless one of these comes next.
    void require(Set<TokenKind> expected) throws SyntaxException {
        if (!expected.contains(kind())) {
            throw unexpected(expected);
        }
    }

    private SyntaxException unexpected(Set<TokenKind> expected) throws SyntaxException {
        Token token = peek();
        String names = expected.stream().sorted().map(kind -> "'" + kind + "'").collect(Collectors.joining(", "));
        String message = "Parse error on line " + line + ":\n"
                + source.excerpt(token.from(), token.raw())
                + "\nExpecting " + names + ", got '" + token.kind().found() + "'";
        return new SyntaxException(message, line, written.mistake(token, expected));
    }

    void enter() throws SyntaxException {
        nesting++;
        if (nesting > MAX_NESTING) {
            throw new SyntaxException(
                    "This template is nested too deep: at most " + MAX_NESTING
                            + " blocks and calls may stand within each other",
                    line,
                    "This template is nested too deep: at most %d blocks and calls may stand within each other. Take some out."
                            .formatted(MAX_NESTING));
        }
    }

    void leave() {
        nesting--;
    }
}
