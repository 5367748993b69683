package dev.understudy.template.syntax;

/// A text is no template. Never leaves the parser but as a value.
public final class SyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String explanation;
    private final int line;

    /// @param message in the reference's words
    /// @param line counted from 1
    public SyntaxException(String message, int line) {
        super(message, null, false, false);
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
}
