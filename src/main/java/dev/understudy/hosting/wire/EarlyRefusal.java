package dev.understudy.hosting.wire;

import dev.understudy.hosting.intake.RequestHead;

/// An answer of the server itself to a request that no mock gets to see; the connection is closed after it.
enum EarlyRefusal {
    BAD_REQUEST("400 Bad Request", ""),
    SERVICE_WORKER(
            "403 Forbidden",
            "Mocks hand out no service workers: one would answer in the place of this mock after it is gone"),
    WRONG_HOST(
            "421 Misdirected Request",
            "Mocks are reached by a host name of their own: the page of this mock shows its address"),
    BODY_TOO_LARGE("413 Payload Too Large", "Payload too large"),
    HEAD_TOO_LARGE("431 Request Header Fields Too Large", ""),
    NO_ROOM("503 Service Unavailable", "This server holds as many bodies as it has memory for; try again in a moment"),
    BUSY(
            "503 Service Unavailable",
            "This mock has more work waiting than it may; try again in a moment, or make its templates do less"),
    FAILED("500 Internal Server Error", "The mock failed to answer; the log of the server says why");

    private final String status;
    private final String body;

    EarlyRefusal(String status, String body) {
        this.status = status;
        this.body = body;
    }

    /// What becomes of a head with this fault.
    static EarlyRefusal of(RequestHead.Fault fault) {
        return switch (fault) {
            case MALFORMED -> BAD_REQUEST;
            case TOO_LARGE -> HEAD_TOO_LARGE;
        };
    }

    /// Head and body as they go on the wire.
    ///
    /// @param date the line of the `Date` header
    String text(String date) {
        String head = "HTTP/1.1 " + status + "\r\nConnection: close\r\n";
        return body.isEmpty()
                ? head + "\r\n"
                : head + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: " + body.length() + "\r\n" + date
                        + "\r\n" + body;
    }
}
