package dev.understudy.hosting;

/// An answer of the server itself to a request that no mock gets to see; the connection is closed after it.
enum Refusal {
    BAD_REQUEST("400 Bad Request", ""),
    BODY_TOO_LARGE("413 Payload Too Large", "Payload too large"),
    HEAD_TOO_LARGE("431 Request Header Fields Too Large", ""),
    NO_ROOM("503 Service Unavailable", "This server holds as many bodies as it has memory for; try again in a moment"),
    BUSY(
            "503 Service Unavailable",
            "This mock has more work waiting than it may; try again in a moment, or make its templates do less"),
    FAILED("500 Internal Server Error", "The mock failed to answer; the log of the server says why");

    private final String status;
    private final String body;

    Refusal(String status, String body) {
        this.status = status;
        this.body = body;
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
