package dev.understudy.template.syntax;

import org.jspecify.annotations.Nullable;

/// A text is no template. Never leaves the parser but as a value.
public final class SyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String explanation;
    private final int line;
    private final String sentence;
    private final transient @Nullable Mistake mistake;

    /// @param message in the reference's words
    /// @param line counted from 1
    /// @param sentence the same in plain words
    public SyntaxException(String message, int line, String sentence) {
        this(message, line, sentence, null);
    }

    SyntaxException(String message, int line, Mistake mistake) {
        this(message, line, mistake.sentence(), mistake);
    }

    private SyntaxException(String message, int line, String sentence, @Nullable Mistake mistake) {
        super(message, null, false, false);
        this.mistake = mistake;
        this.sentence = sentence;
        this.explanation = message;
        this.line = line;
    }

    /// What is wrong, in the reference's words.
    public String explanation() {
        return explanation;
    }

    public int line() {
        return line;
    }

    /// The same in plain words.
    ///
    /// @param text the template
    public Mistake mistake(String text) {
        return mistake != null ? mistake : Mistake.inLine(text, line, sentence);
    }
}
