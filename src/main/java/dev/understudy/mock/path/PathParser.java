package dev.understudy.mock.path;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the path grammar: text, `\c`, `:name`, `:"any name"`, `*name`, `{…}`. Positions in messages count
/// code points from 0. Used for one path and thrown away.
final class PathParser {

    private static final String NEVER_BARE = "()+?!}";

    /// Deeper groups are refused: they would have more combinations than [PathPattern#MAX_ALTERNATIVES] anyway.
    private static final int MAX_GROUP_DEPTH = 256;

    private static final int NONE = -1;

    private final int[] chars;
    private int at;
    private int depth;

    private PathParser(String path) {
        this.chars = path.codePoints().toArray();
    }

    static List<PathToken> parse(String path) throws PathSyntaxException {
        return new PathParser(path).tokensUntil(NONE);
    }

    private List<PathToken> tokensUntil(int end) throws PathSyntaxException {
        List<PathToken> tokens = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (at < chars.length) {
            int c = chars[at++];
            if (c == end) {
                flush(text, tokens);
                return tokens;
            }
            PathToken special = special(c, text);
            if (special != null) {
                flush(text, tokens);
                tokens.add(special);
            }
        }
        if (end != NONE) {
            throw new PathSyntaxException("Unexpected end at index %d, expected %c".formatted(at, end));
        }
        flush(text, tokens);
        return tokens;
    }

    /// The token that starts with this character; null if it is text, which is then appended.
    private @Nullable PathToken special(int c, StringBuilder text) throws PathSyntaxException {
        switch (c) {
            case '\\' -> {
                if (at == chars.length) {
                    throw new PathSyntaxException("Unexpected end after \\ at index " + at);
                }
                text.appendCodePoint(chars[at++]);
                return null;
            }
            case ':' -> {
                return new PathToken.Parameter(name());
            }
            case '*' -> {
                return new PathToken.Wildcard(name());
            }
            case '{' -> {
                if (++depth > MAX_GROUP_DEPTH) {
                    throw new PathSyntaxException("Too many groups inside groups at index " + (at - 1));
                }
                PathToken group = new PathToken.Group(tokensUntil('}'));
                depth--;
                return group;
            }
            default -> {
                if (NEVER_BARE.indexOf(c) >= 0) {
                    throw new PathSyntaxException("Unexpected %c at index %d".formatted(c, at - 1));
                }
                text.appendCodePoint(c);
                return null;
            }
        }
    }

    private String name() throws PathSyntaxException {
        StringBuilder name = new StringBuilder();
        if (at < chars.length && startsName(chars[at])) {
            do {
                name.appendCodePoint(chars[at++]);
            } while (at < chars.length && continuesName(chars[at]));
        } else if (at < chars.length && chars[at] == '"') {
            quotedName(name);
        }
        if (name.isEmpty()) {
            throw new PathSyntaxException("Missing parameter name at index " + at);
        }
        return name.toString();
    }

    private void quotedName(StringBuilder name) throws PathSyntaxException {
        int quote = at++;
        while (at < chars.length && chars[at] != '"') {
            if (chars[at] == '\\') {
                at++;
            }
            if (at < chars.length) {
                name.appendCodePoint(chars[at++]);
            }
        }
        if (at >= chars.length) {
            throw new PathSyntaxException("Unterminated quote at index " + quote);
        }
        at++;
    }

    private static boolean startsName(int c) {
        return c == '$' || c == '_' || Character.isUnicodeIdentifierStart(c);
    }

    private static boolean continuesName(int c) {
        boolean joiner = c == 0x200C || c == 0x200D;
        return c == '$' || joiner || (Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    private static void flush(StringBuilder text, List<PathToken> tokens) {
        if (!text.isEmpty()) {
            tokens.add(new PathToken.Text(text.toString()));
            text.setLength(0);
        }
    }
}
