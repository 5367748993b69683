package dev.understudy.template.scope;

/// A template could not be rendered to its end. The message is what the reference puts into the response, and it
/// never tells of Java.
public sealed class TemplateException extends Exception permits RefusalException {

    private static final long serialVersionUID = 1L;

    private final String explanation;

    public TemplateException(String message) {
        super(message, null, false, false);
        this.explanation = message;
    }

    /// What went wrong, in the reference's words.
    @Override
    public String getMessage() {
        return explanation;
    }
}
