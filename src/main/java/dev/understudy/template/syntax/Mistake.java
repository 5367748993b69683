package dev.understudy.template.syntax;

/// What is wrong with a template, in words of those who write templates, and where.
///
/// @param sentence what is wrong and what to do
/// @param from where the mistake begins in the text
/// @param to where it ends
public record Mistake(String sentence, int from, int to) {

    static Mistake at(Token token, String sentence) {
        return new Mistake(sentence, token.from(), token.from() + token.raw().length());
    }

    /// Of which only the line is known.
    ///
    /// @param line counted from 1
    public static Mistake inLine(String text, int line, String sentence) {
        int from = 0;
        for (int before = 1; before < line && text.indexOf('\n', from) >= 0; before++) {
            from = text.indexOf('\n', from) + 1;
        }
        int end = text.indexOf('\n', from);
        return new Mistake(sentence, from, end < 0 ? text.length() : end);
    }
}
