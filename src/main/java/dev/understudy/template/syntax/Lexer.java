package dev.understudy.template.syntax;

import dev.understudy.js.Whitespace;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Cuts a template into tokens, one at a time. What stands between two tags, inside a tag, inside a comment and inside
/// a raw block is cut by different rules, as in the reference. For one parsing on one thread.
final class Lexer {

    private enum Mode {
        TEXT,
        TAG,
        ESCAPED,
        COMMENT,
        RAW
    }

    private final Source source;
    private final Written written;
    private final String text;
    private final TagLexer tags;
    private final Deque<Mode> modes = new ArrayDeque<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private int zero = -1;

    Lexer(Source source, Written written) {
        this.source = source;
        this.written = written;
        this.text = source.text();
        this.tags = new TagLexer(text);
        modes.push(Mode.TEXT);
    }

    Token next() throws SyntaxException {
        while (true) {
            Token token = switch (mode()) {
                case TEXT -> text();
                case TAG -> tag();
                case ESCAPED -> escaped();
                case COMMENT -> comment();
                case RAW -> raw();
            };
            if (token != null) {
                return token;
            }
        }
    }

    private Mode mode() {
        return modes.getFirst();
    }

    /// Up to the next tag. A backslash before a tag makes text of it; two make one backslash and leave the tag.
    private @Nullable Token text() throws SyntaxException {
        if (at == text.length()) {
            return token(TokenKind.EOF, "", 0);
        }
        int clean = clean();
        int tag = text.indexOf("{{", at);
        if (tag < 0 || tag > clean) {
            if (clean == at) {
                throw unrecognized();
            }
            return token(TokenKind.CONTENT, text.substring(at, clean), clean - at);
        }
        String before = text.substring(at, tag);
        if (before.endsWith("\\")) {
            modes.push(before.endsWith("\\\\") ? Mode.TAG : Mode.ESCAPED);
            before = before.substring(0, before.length() - 1);
        } else {
            modes.push(Mode.TAG);
        }
        Token token = token(TokenKind.CONTENT, before, tag - at);
        return before.isEmpty() ? null : token;
    }

    /// Where the next zero character stands, which no template may have; it is looked for once.
    private int clean() {
        if (zero < at) {
            int found = text.indexOf('\0', at);
            zero = found < 0 ? text.length() : found;
        }
        return zero;
    }

    /// A tag that is text, and what follows it up to the next tag.
    private Token escaped() throws SyntaxException {
        int end = text.indexOf("{{", at + 2);
        int to = end < 0 ? text.length() : end;
        for (int slashes = 0; slashes < 2 && end > 0 && to > at + 2 && text.charAt(to - 1) == '\\'; slashes++) {
            to--;
        }
        String content = text.substring(at, to);
        if (content.indexOf('\0') >= 0) {
            throw unrecognized();
        }
        modes.pop();
        return token(TokenKind.CONTENT, content, to - at);
    }

    private Token comment() throws SyntaxException {
        for (int end = text.indexOf("--", at); end >= 0; end = text.indexOf("--", end + 1)) {
            int close = text.startsWith("~", end + 2) ? end + 3 : end + 2;
            if (text.startsWith("}}", close)) {
                modes.pop();
                return token(TokenKind.COMMENT, "", close + 2 - at);
            }
        }
        throw unrecognized();
    }

    /// The content of a raw block; raw blocks inside it are content, too.
    private Token raw() throws SyntaxException {
        if (text.startsWith("{{{{", at)) {
            if (at + 4 < text.length() && text.charAt(at + 4) != '/') {
                modes.push(Mode.RAW);
                return token(TokenKind.CONTENT, "{{{{", 4);
            }
            int end = TagLexer.endOfName(text, at + 5);
            if (end > at + 5 && text.startsWith("}}}}", end)) {
                modes.pop();
                boolean inner = mode() == Mode.RAW;
                String content = inner ? text.substring(at, end + 4) : text.substring(at + 5, end);
                return token(inner ? TokenKind.CONTENT : TokenKind.END_RAW_BLOCK, content, end + 4 - at);
            }
        }
        int next = text.indexOf("{{{{", at + 1);
        if (next < 0) {
            if (at == text.length()) {
                return token(TokenKind.NOTHING, "", 0);
            }
            throw unrecognized();
        }
        String content = text.substring(at, next);
        if (content.indexOf('\0') >= 0) {
            throw unrecognized();
        }
        return token(TokenKind.CONTENT, content, next - at);
    }

    private @Nullable Token tag() {
        int end = at;
        while (end < text.length() && Whitespace.is(text.charAt(end))) {
            end++;
        }
        advance(end - at);
        TagLexer.Piece piece = tags.next(at);
        switch (piece.end()) {
            case STAYS -> {}
            case ENDS -> modes.pop();
            case BEGINS_RAW -> {
                modes.pop();
                modes.push(Mode.RAW);
            }
            case BEGINS_COMMENT -> {
                source.addComment(at);
                modes.pop();
                modes.push(Mode.COMMENT);
                return null;
            }
        }
        return token(piece.kind(), piece.text(), piece.length());
    }

    private Token token(TokenKind kind, String meaning, int length) {
        int from = at;
        int firstLine = line;
        int column = at - lineStart;
        advance(length);
        return new Token(kind, meaning, text.substring(from, at), from, firstLine, column, line);
    }

    private void advance(int length) {
        for (int end = at + length; at < end; at++) {
            char c = text.charAt(at);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1))) {
                line++;
                lineStart = at + 1;
            }
        }
    }

    private SyntaxException unrecognized() {
        return new SyntaxException(
                "Lexical error on line " + line + ". Unrecognized text.\n" + source.excerpt(at, ""),
                line,
                written.unreadable(text, at));
    }
}
