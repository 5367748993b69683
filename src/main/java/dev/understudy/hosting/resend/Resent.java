package dev.understudy.hosting.resend;

import dev.understudy.hosting.runtime.Resends;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What became of a request that somebody sent again.
public sealed interface Resent {

    /// It was sent.
    ///
    /// @param exchange what came of it; empty if the answer is still to come
    record Sent(Optional<UUID> exchange) implements Resent {}

    /// It is not in memory any more, so these headers are not known; without them it can be sent.
    record WithoutSecrets(List<String> headers) implements Resent {

        public WithoutSecrets {
            headers = List.copyOf(headers);
        }
    }

    /// It was not sent.
    ///
    /// @param reason a sentence
    record Refused(Why why, String reason) implements Resent {

        /// With the sentence of its reason.
        public static Refused of(Why why) {
            return new Refused(why, why.sentence);
        }
    }

    /// Why one is not sent.
    enum Why {
        STOPPED("The mock is stopped. Start it, then send the request again."),
        GONE("The request is not in memory any more."),
        CUT("Only the start of the body of this request is kept, so it can't be sent again."),
        HIDDEN("Its path or body had secrets that are not known any more, so it can't be sent again."),
        SOCKET("A WebSocket can't be sent again."),
        TOO_MANY("This mock was sent %d requests again within a minute. Wait a moment."
                .formatted(Resends.MOST_IN_A_MINUTE)),
        FAILED("The mock did not answer.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }
    }
}
