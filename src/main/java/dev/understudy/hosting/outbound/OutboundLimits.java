package dev.understudy.hosting.outbound;

/// The bounds of what mocks send to other servers.
///
/// @param connectMillis for a connection to come about
/// @param readMillis without a byte of an answer
/// @param totalMillis for a request and its answer, redirects and waiting for a turn included
/// @param underWay of all mocks at the same time; more wait
/// @param underWayEach of one mock; more wait
/// @param waitingEach of one mock, those included that are under way; more are refused
/// @param waitingBytes of their bodies; more are refused
public record OutboundLimits(
        int connectMillis,
        int readMillis,
        int totalMillis,
        int underWay,
        int underWayEach,
        int waitingEach,
        int waitingBytes) {

    public static final OutboundLimits DEFAULT = new OutboundLimits(10_000, 60_000, 120_000, 256, 32, 500, 64_000_000);
}
