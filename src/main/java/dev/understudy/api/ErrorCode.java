package dev.understudy.api;

import org.springframework.http.HttpStatus;

/// The stable words by which programs tell problems apart, each with the status that it usually has.
enum ErrorCode {
    UNAUTHORIZED("unauthorized", HttpStatus.UNAUTHORIZED),
    FORBIDDEN("forbidden", HttpStatus.FORBIDDEN),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND),
    INVALID_DOCUMENT("invalid-document", HttpStatus.BAD_REQUEST),
    INVALID_EDIT("invalid-edit", HttpStatus.UNPROCESSABLE_CONTENT),
    STALE_REVISION("stale-revision", HttpStatus.PRECONDITION_FAILED),
    QUOTA_EXCEEDED("quota-exceeded", HttpStatus.CONFLICT),
    ENVIRONMENT_TOO_LARGE("environment-too-large", HttpStatus.CONTENT_TOO_LARGE),
    /// Others changed the same.
    CONFLICT("conflict", HttpStatus.CONFLICT),
    NOTHING_TO_UNDO("nothing-to-undo", HttpStatus.CONFLICT),
    NOTHING_TO_REDO("nothing-to-redo", HttpStatus.CONFLICT),
    /// A request of the traffic can't be sent again.
    NOT_SENT("not-sent", HttpStatus.CONFLICT),
    PORT_UNAVAILABLE("port-unavailable", HttpStatus.CONFLICT),
    RATE_LIMITED("rate-limited", HttpStatus.TOO_MANY_REQUESTS),
    /// The request is wrong in a way that has nothing to do with a document or an edit.
    INVALID_REQUEST("invalid-request", HttpStatus.BAD_REQUEST),
    /// Not now; the same request may be sent again.
    UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE),
    /// Our fault.
    INTERNAL_ERROR("internal-error", HttpStatus.INTERNAL_SERVER_ERROR);

    private final String word;
    private final HttpStatus status;

    ErrorCode(String word, HttpStatus status) {
        this.word = word;
        this.status = status;
    }

    String word() {
        return word;
    }

    HttpStatus status() {
        return status;
    }
}
