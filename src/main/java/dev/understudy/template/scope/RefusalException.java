package dev.understudy.template.scope;

/// A method of the faker refuses its arguments, or its locale has no data. Most helpers print nothing then.
public final class RefusalException extends TemplateException {

    private static final long serialVersionUID = 1L;

    public RefusalException(String message) {
        super(message);
    }
}
