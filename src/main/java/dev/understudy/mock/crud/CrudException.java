package dev.understudy.mock.crud;

/// The request asks for something that can't be done. The message says what is wrong with it.
public final class CrudException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String explanation;

    CrudException(String message) {
        super(message, null, false, false);
        this.explanation = message;
    }

    /// What is wrong, for whoever sent the request.
    @Override
    public String getMessage() {
        return explanation;
    }
}
