package dev.understudy.traffic;

import dev.understudy.environment.NodeId;
import dev.understudy.why.Why;
import java.time.Instant;
import java.util.Optional;

/// One message on a WebSocket.
///
/// @param number in its conversation, from 1
/// @param fromClient whether it came from the client
/// @param binary whether it is bytes, not text
/// @param content its start; of a text that is cut the length is that in characters
/// @param answers the number of the message that it answers; 0 if it answers none
/// @param response of the route that it came from
/// @param reason why the mock sent it; of a message that nothing answered, why nothing did
public record SocketMessage(
        long number,
        Instant at,
        boolean fromClient,
        boolean binary,
        BodyExcerpt content,
        long answers,
        Optional<NodeId> response,
        Reason reason) {

    /// What is kept of one, in bytes.
    public static final int MAX_BYTES = 4 * 1024;

    public Why why() {
        return reason.why();
    }
}
