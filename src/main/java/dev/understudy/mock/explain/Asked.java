package dev.understudy.mock.explain;

import dev.understudy.mock.exchange.Origin;
import dev.understudy.mock.rule.Trail;
import java.util.Optional;

/// What is to be explained: a request and its answer, as far as they are still known.
///
/// @param method in upper case
/// @param path as it came, without the query
/// @param origin what in the document the answer came from
/// @param proxied whether another server gave the answer
/// @param trail what was noted on the way
/// @param secrecy takes out of what rules saw what must not be shown
public record Asked(
        String method,
        String path,
        int status,
        Optional<Origin> origin,
        boolean proxied,
        Optional<Trail> trail,
        Secrecy secrecy) {

    /// The status with which a WebSocket is opened; its origin has the route in the place of a response.
    public static final int SWITCHING = 101;

    /// Stands for the status where a message on a WebSocket is asked about, which has none.
    public static final int MESSAGE = 0;
}
