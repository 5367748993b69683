package dev.understudy.template.syntax;

/// The kinds of tokens, by the names and in the order in which messages tell them.
enum TokenKind {
    EOF,
    COMMENT,
    CONTENT,
    END_RAW_BLOCK,
    OPEN_RAW_BLOCK,
    CLOSE_RAW_BLOCK,
    OPEN_BLOCK,
    CLOSE,
    OPEN_INVERSE,
    OPEN_INVERSE_CHAIN,
    INVERSE,
    OPEN_ENDBLOCK,
    OPEN,
    OPEN_UNESCAPED,
    CLOSE_UNESCAPED,
    OPEN_PARTIAL,
    OPEN_PARTIAL_BLOCK,
    OPEN_SEXPR,
    CLOSE_SEXPR,
    ID,
    EQUALS,
    OPEN_BLOCK_PARAMS,
    CLOSE_BLOCK_PARAMS,
    STRING,
    NUMBER,
    BOOLEAN,
    UNDEFINED,
    NULL,
    DATA,
    SEP,
    INVALID,
    /// The text ended where the lexer knows no end.
    NOTHING;

    /// How messages name a token that was found.
    String found() {
        return this == NOTHING ? "1" : name();
    }
}
