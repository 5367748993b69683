package dev.understudy.js;

/// JavaScript would have thrown here. The message is in the words of V8 or of the reference's library.
public final class JsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String explanation;

    public JsException(String message) {
        super(message, null, false, false);
        this.explanation = message;
    }

    /// What went wrong; nothing of it tells of Java.
    @Override
    public String getMessage() {
        return explanation;
    }
}
