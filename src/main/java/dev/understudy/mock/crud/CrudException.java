package dev.understudy.mock.crud;

/// The request asks for something that can't be done. The message says what is wrong with it.
public final class CrudException extends Exception {

    private static final long serialVersionUID = 1L;

    CrudException(String message) {
        super(message);
    }
}
