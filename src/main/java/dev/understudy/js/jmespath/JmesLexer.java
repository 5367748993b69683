package dev.understudy.js.jmespath;

import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.Whitespace;
import java.util.ArrayList;
import java.util.List;

/// Cuts an expression into tokens.
final class JmesLexer {

    /// Longer expressions are none.
    static final int MAX_TOKENS = 1000;

    private static final List<String> SIGNS = List.of(
            "[?", "[]", "&&", "||", "==", "!=", "<=", ">=", "//", "[", "]", "(", ")", "{", "}", ",", ".", ":", "@", "*",
            "+", "%", "?", "&", "|", "<", ">", "=", "!", "/", "-", "×", "÷");

    private final String source;
    private final List<JmesToken> tokens = new ArrayList<>();
    private int at;

    private JmesLexer(String source) {
        this.source = source;
    }

    static List<JmesToken> tokens(String source) {
        JmesLexer lexer = new JmesLexer(source);
        while (lexer.at < source.length()) {
            lexer.next();
            if (lexer.tokens.size() > MAX_TOKENS) {
                throw new JmesException("The expression is too long");
            }
        }
        lexer.tokens.add(JmesToken.of(JmesToken.Kind.END, ""));
        return lexer.tokens;
    }

    private void next() {
        char c = source.charAt(at);
        if (isLetter(c)) {
            tokens.add(JmesToken.of(JmesToken.Kind.NAME, name()));
        } else if (isDigit(c) || (c == '-' && at + 1 < source.length() && isDigit(source.charAt(at + 1)))) {
            tokens.add(JmesToken.of(JmesToken.Kind.NUMBER, number()));
        } else if (c == '$') {
            dollar();
        } else if (c == '"') {
            tokens.add(JmesToken.of(JmesToken.Kind.QUOTED_NAME, quotedName()));
        } else if (c == '\'') {
            literal(new Text(delimited('\'').replace("\\\\", "\\").replace("\\'", "'")));
        } else if (c == '`') {
            literal(json());
        } else if (c == '\u2212') {
            at++;
            tokens.add(JmesToken.of(JmesToken.Kind.SIGN, "-"));
        } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            at++;
        } else {
            sign();
        }
    }

    private void sign() {
        for (String sign : SIGNS) {
            if (source.startsWith(sign, at)) {
                at += sign.length();
                tokens.add(JmesToken.of(JmesToken.Kind.SIGN, sign));
                return;
            }
        }
        throw new JmesException("There is no sign " + source.charAt(at));
    }

    private void dollar() {
        at++;
        if (at < source.length() && isLetter(source.charAt(at))) {
            tokens.add(JmesToken.of(JmesToken.Kind.VARIABLE, name()));
        } else {
            tokens.add(JmesToken.of(JmesToken.Kind.SIGN, "$"));
        }
    }

    private void literal(JsValue value) {
        tokens.add(new JmesToken(JmesToken.Kind.LITERAL, "", value));
    }

    private String name() {
        int start = at;
        while (at < source.length() && (isLetter(source.charAt(at)) || isDigit(source.charAt(at)))) {
            at++;
        }
        return source.substring(start, at);
    }

    private String number() {
        int start = at++;
        while (at < source.length() && isDigit(source.charAt(at))) {
            at++;
        }
        return source.substring(start, at);
    }

    private String quotedName() {
        String inside = delimited('"');
        if (JsJson.parse("\"" + inside + "\"").orElse(null) instanceof Text(String name)) {
            return name;
        }
        throw new JmesException("Not a name: " + inside);
    }

    private JsValue json() {
        String text = delimited('`').replaceFirst("\\\\`", "`");
        int from = 0;
        while (from < text.length() && Whitespace.is(text.charAt(from))) {
            from++;
        }
        return JsJson.parse(text.substring(from)).orElseThrow(() -> new JmesException("Not JSON: " + text));
    }

    /// What stands between two marks; a mark after a backslash does not end it.
    private String delimited(char mark) {
        int start = ++at;
        while (at < source.length() && source.charAt(at) != mark) {
            boolean escape = source.charAt(at) == '\\'
                    && at + 1 < source.length()
                    && (source.charAt(at + 1) == '\\' || source.charAt(at + 1) == mark);
            at += escape ? 2 : 1;
        }
        String inside = source.substring(start, Math.min(at, source.length()));
        if (at >= source.length() && mark != '\'') {
            throw new JmesException("No end of " + inside);
        }
        at++;
        return inside;
    }

    private static boolean isLetter(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
