package dev.understudy.traffic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was said on a WebSocket.
///
/// @param count of all messages
/// @param messages the last of them, in their order
/// @param ending empty while it goes on
public record Conversation(long count, List<SocketMessage> messages, Optional<Ending> ending) {

    /// Messages that are kept.
    public static final int KEPT = 100;

    /// The code that stands for none.
    public static final int NO_GOODBYE = 1006;

    /// How it ended.
    ///
    /// @param code of RFC 6455, 7.4; 1006 if nobody said goodbye
    /// @param reason in words; empty if none was given
    public record Ending(Instant at, int code, String reason, By by) {}

    /// Who ended it.
    public enum By {
        CLIENT("client"),
        MOCK("mock"),
        NOBODY("nobody");

        private final String word;

        By(String word) {
            this.word = word;
        }

        /// As programs are told.
        public String word() {
            return word;
        }
    }

    public Conversation {
        messages = List.copyOf(messages);
    }

    /// The same with the last messages only.
    public Conversation last(int most) {
        return messages.size() <= most
                ? this
                : new Conversation(count, messages.subList(messages.size() - most, messages.size()), ending);
    }
}
