package dev.understudy.template.syntax;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// Which tokens the reference's parser would have taken in the places where a template can go wrong. The messages
/// tell them, so they follow its states: where different tags share a state, the tokens of all of them are told.
final class Expected {

    /// Begins a statement.
    static final Set<TokenKind> STATEMENT = EnumSet.of(
            TokenKind.COMMENT,
            TokenKind.CONTENT,
            TokenKind.OPEN_RAW_BLOCK,
            TokenKind.OPEN_BLOCK,
            TokenKind.OPEN_INVERSE,
            TokenKind.OPEN,
            TokenKind.OPEN_UNESCAPED,
            TokenKind.OPEN_PARTIAL,
            TokenKind.OPEN_PARTIAL_BLOCK);

    /// Begins a name.
    static final Set<TokenKind> NAME = EnumSet.of(
            TokenKind.ID,
            TokenKind.STRING,
            TokenKind.NUMBER,
            TokenKind.BOOLEAN,
            TokenKind.UNDEFINED,
            TokenKind.NULL,
            TokenKind.DATA);

    /// Begins a value.
    static final Set<TokenKind> VALUE = with(NAME, TokenKind.OPEN_SEXPR);

    /// Follows a value in some tag.
    static final Set<TokenKind> AFTER_VALUE = with(
            VALUE,
            TokenKind.CLOSE_RAW_BLOCK,
            TokenKind.CLOSE,
            TokenKind.CLOSE_UNESCAPED,
            TokenKind.CLOSE_SEXPR,
            TokenKind.OPEN_BLOCK_PARAMS);

    static final Set<TokenKind> AFTER_PATH = with(AFTER_VALUE, TokenKind.SEP);

    /// Follows a name that may be that of a named value.
    static final Set<TokenKind> AFTER_FIRST_ID = with(AFTER_PATH, TokenKind.EQUALS);

    static final Set<TokenKind> AFTER_NAMED = EnumSet.of(
            TokenKind.CLOSE_RAW_BLOCK,
            TokenKind.CLOSE,
            TokenKind.CLOSE_UNESCAPED,
            TokenKind.CLOSE_SEXPR,
            TokenKind.ID,
            TokenKind.OPEN_BLOCK_PARAMS);

    static final Set<TokenKind> BLOCK_END =
            EnumSet.of(TokenKind.OPEN_INVERSE_CHAIN, TokenKind.INVERSE, TokenKind.OPEN_ENDBLOCK);

    static final Set<TokenKind> INVERSE_END = EnumSet.of(TokenKind.INVERSE, TokenKind.OPEN_ENDBLOCK);

    static final Set<TokenKind> END = EnumSet.of(TokenKind.OPEN_ENDBLOCK);

    static final Set<TokenKind> TEXT_END = EnumSet.of(TokenKind.EOF);

    static final Set<TokenKind> RAW = EnumSet.of(TokenKind.CONTENT, TokenKind.END_RAW_BLOCK);

    private Expected() {}

    static Set<TokenKind> with(Collection<TokenKind> kinds, TokenKind... more) {
        EnumSet<TokenKind> all = EnumSet.copyOf(kinds);
        all.addAll(Set.of(more));
        return all;
    }

    static Set<TokenKind> with(Collection<TokenKind> kinds, Collection<TokenKind> more) {
        EnumSet<TokenKind> all = EnumSet.copyOf(kinds);
        all.addAll(more);
        return all;
    }
}
