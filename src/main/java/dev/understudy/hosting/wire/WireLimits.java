package dev.understudy.hosting.wire;

/// The bounds that keep one client of a mock from holding what others need.
///
/// @param headBytes of the request line and headers together; more is answered with 431
/// @param bodyBytes of one request; more is answered with 413
/// @param headMillis for a request's head to arrive once it has begun
/// @param bodyMillis for a request's body to arrive
/// @param idleMillis without a request before a connection is closed
/// @param writeMillis without the client taking anything of a response before the connection is closed
/// @param delayMillis that a response waits at most, whatever its author asked for
/// @param connections to one listener at the same time; more wait to be accepted
/// @param stopMillis that a stop waits for requests under way
public record WireLimits(
        int headBytes,
        int bodyBytes,
        int headMillis,
        int bodyMillis,
        int idleMillis,
        int writeMillis,
        int delayMillis,
        int connections,
        int stopMillis) {

    public static final WireLimits DEFAULT =
            new WireLimits(16 * 1024, 10 * 1024 * 1024, 30_000, 300_000, 15_000, 60_000, 3_600_000, 2_000, 3_000);
}
