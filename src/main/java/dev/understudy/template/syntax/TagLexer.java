package dev.understudy.template.syntax;

import dev.understudy.js.Whitespace;

/// Knows what may stand inside a tag, its braces included. Immutable.
record TagLexer(String source) {

    /// What becomes of the tag after a piece.
    enum End {
        STAYS,
        ENDS,
        BEGINS_RAW,
        BEGINS_COMMENT
    }

    record Piece(TokenKind kind, String text, int length, End end) {

        static Piece of(TokenKind kind, int length) {
            return new Piece(kind, "", length, End.STAYS);
        }

        static Piece ending(TokenKind kind, int length) {
            return new Piece(kind, "", length, End.ENDS);
        }
    }

    /// The piece that begins there; white space must have been passed over.
    Piece next(int at) {
        if (at == source.length()) {
            return Piece.of(TokenKind.EOF, 0);
        }
        char c = source.charAt(at);
        return switch (c) {
            case '(' -> Piece.of(TokenKind.OPEN_SEXPR, 1);
            case ')' -> Piece.of(TokenKind.CLOSE_SEXPR, 1);
            case '{' -> source.startsWith("{{", at) ? opening(at) : Piece.of(TokenKind.INVALID, 1);
            case '}', '~' -> closing(at);
            case '=' -> Piece.of(TokenKind.EQUALS, 1);
            case '/' -> Piece.of(TokenKind.SEP, 1);
            case '.' -> dots(at);
            case '"', '\'' -> string(at, c);
            case '@' -> Piece.of(TokenKind.DATA, 1);
            case '|' -> Piece.of(TokenKind.CLOSE_BLOCK_PARAMS, 1);
            case '[' -> segment(at);
            default -> word(at);
        };
    }

    private Piece opening(int at) {
        if (source.startsWith("{{{{", at)) {
            return Piece.of(TokenKind.OPEN_RAW_BLOCK, 4);
        }
        int mark = source.startsWith("~", at + 2) ? at + 3 : at + 2;
        if (source.startsWith(">", mark)) {
            return Piece.of(TokenKind.OPEN_PARTIAL, mark + 1 - at);
        }
        if (source.startsWith("#>", mark)) {
            return Piece.of(TokenKind.OPEN_PARTIAL_BLOCK, mark + 2 - at);
        }
        if (source.startsWith("#", mark)) {
            return Piece.of(TokenKind.OPEN_BLOCK, (source.startsWith("*", mark + 1) ? mark + 2 : mark + 1) - at);
        }
        if (source.startsWith("/", mark)) {
            return Piece.of(TokenKind.OPEN_ENDBLOCK, mark + 1 - at);
        }
        if (source.startsWith("^", mark)) {
            int end = close(space(mark + 1));
            return end < 0
                    ? Piece.of(TokenKind.OPEN_INVERSE, mark + 1 - at)
                    : Piece.ending(TokenKind.INVERSE, end - at);
        }
        int word = space(mark);
        if (source.startsWith("else", word)) {
            int end = close(space(word + 4));
            if (end >= 0) {
                return Piece.ending(TokenKind.INVERSE, end - at);
            }
            if (word + 4 == source.length() || !isWordPart(source.charAt(word + 4))) {
                return Piece.of(TokenKind.OPEN_INVERSE_CHAIN, word + 4 - at);
            }
        }
        return plainOpening(at, mark);
    }

    private Piece plainOpening(int at, int mark) {
        if (source.startsWith("{", mark)) {
            return Piece.of(TokenKind.OPEN_UNESCAPED, mark + 1 - at);
        }
        if (source.startsWith("&", mark)) {
            return Piece.of(TokenKind.OPEN, mark + 1 - at);
        }
        if (source.startsWith("!--", mark)) {
            return new Piece(TokenKind.COMMENT, "", 0, End.BEGINS_COMMENT);
        }
        if (source.startsWith("!", mark)) {
            int end = source.indexOf("}}", mark + 1);
            if (end >= 0) {
                return Piece.ending(TokenKind.COMMENT, end + 2 - at);
            }
        }
        return Piece.of(TokenKind.OPEN, (source.startsWith("*", mark) ? mark + 1 : mark) - at);
    }

    private Piece closing(int at) {
        if (source.startsWith("}}}}", at)) {
            return new Piece(TokenKind.CLOSE_RAW_BLOCK, "", 4, End.BEGINS_RAW);
        }
        if (source.charAt(at) == '}') {
            int end = close(at + 1);
            if (end >= 0) {
                return Piece.ending(TokenKind.CLOSE_UNESCAPED, end - at);
            }
        }
        int end = close(at);
        return end < 0 ? Piece.of(TokenKind.INVALID, 1) : Piece.ending(TokenKind.CLOSE, end - at);
    }

    /// Where `}}` or `~}}` ends; -1 if it does not stand there.
    private int close(int at) {
        int braces = source.startsWith("~", at) ? at + 1 : at;
        return source.startsWith("}}", braces) ? braces + 2 : -1;
    }

    private int space(int at) {
        int end = at;
        while (end < source.length() && Whitespace.is(source.charAt(end))) {
            end++;
        }
        return end;
    }

    private Piece dots(int at) {
        if (source.startsWith("..", at)) {
            return new Piece(TokenKind.ID, "..", 2, End.STAYS);
        }
        return endsName(at + 1) ? new Piece(TokenKind.ID, ".", 1, End.STAYS) : Piece.of(TokenKind.SEP, 1);
    }

    private Piece string(int at, char quote) {
        int end = closingQuote(at + 1, quote);
        if (end < 0) {
            return Piece.of(TokenKind.INVALID, 1);
        }
        String content = source.substring(at + 1, end).replace("\\" + quote, String.valueOf(quote));
        return new Piece(TokenKind.STRING, content, end + 1 - at, End.STAYS);
    }

    private Piece segment(int at) {
        int end = closingQuote(at + 1, ']');
        if (end < 0) {
            return Piece.of(TokenKind.INVALID, 1);
        }
        StringBuilder name = new StringBuilder();
        for (int i = at; i <= end; i++) {
            char c = source.charAt(i);
            if (c == '\\' && i < end && (source.charAt(i + 1) == '\\' || source.charAt(i + 1) == ']')) {
                i++;
            }
            name.append(source.charAt(i));
        }
        return new Piece(TokenKind.ID, name.toString(), end + 1 - at, End.STAYS);
    }

    /// Where a quoted text ends: at the first quote without a backslash, or if there is none, at the last one that has
    /// one.
    private int closingQuote(int from, char quote) {
        int last = -1;
        for (int end = source.indexOf(quote, from); end >= 0; end = source.indexOf(quote, end + 1)) {
            if (end == from || source.charAt(end - 1) != '\\') {
                return end;
            }
            last = end;
        }
        return last;
    }

    private Piece word(int at) {
        int number = endOfNumber(at);
        if (number > 0 && endsLiteral(number)) {
            return new Piece(TokenKind.NUMBER, source.substring(at, number), number - at, End.STAYS);
        }
        int end = endOfName(source, at);
        String word = source.substring(at, end);
        if (word.equals("as")) {
            int bar = space(end);
            if (bar > end && source.startsWith("|", bar)) {
                return Piece.of(TokenKind.OPEN_BLOCK_PARAMS, bar + 1 - at);
            }
        }
        if (word.isEmpty() || !endsName(end)) {
            return Piece.of(TokenKind.INVALID, 1);
        }
        TokenKind kind = endsLiteral(end) ? literal(word) : TokenKind.ID;
        return new Piece(kind, word, word.length(), End.STAYS);
    }

    private static TokenKind literal(String word) {
        return switch (word) {
            case "true", "false" -> TokenKind.BOOLEAN;
            case "undefined" -> TokenKind.UNDEFINED;
            case "null" -> TokenKind.NULL;
            default -> TokenKind.ID;
        };
    }

    private int endOfNumber(int at) {
        int digits = source.startsWith("-", at) ? at + 1 : at;
        int end = digits(digits);
        if (end == digits) {
            return -1;
        }
        if (source.startsWith(".", end)) {
            int fraction = digits(end + 1);
            return fraction > end + 1 ? fraction : end;
        }
        return end;
    }

    private int digits(int from) {
        int end = from;
        while (end < source.length() && source.charAt(end) >= '0' && source.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /// Where the name that begins there ends.
    static int endOfName(String source, int from) {
        int end = from;
        while (end < source.length() && isNamePart(source.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNamePart(char c) {
        if (c > 0x7F) {
            return !Whitespace.is(c);
        }
        return isWordPart(c)
                || c == '$'
                || c == '-'
                || c == ':'
                || c == '?'
                || (!Whitespace.is(c) && c < ' ')
                || c == 0x7F;
    }

    static boolean isWordPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    private boolean endsName(int at) {
        return at < source.length() && (endsLiteral(at) || "=/.|".indexOf(source.charAt(at)) >= 0);
    }

    private boolean endsLiteral(int at) {
        if (at >= source.length()) {
            return false;
        }
        char c = source.charAt(at);
        return c == '~' || c == '}' || c == ')' || Whitespace.is(c);
    }
}
