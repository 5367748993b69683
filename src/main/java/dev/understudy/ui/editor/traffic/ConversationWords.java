package dev.understudy.ui.editor.traffic;

import dev.understudy.traffic.Conversation;
import dev.understudy.traffic.Exchange;

/// Conversations in words. Pure.
final class ConversationWords {

    private ConversationWords() {}

    /// "1 message", "12 messages".
    static String count(Conversation talk) {
        return talk.count() == 1 ? "1 message" : "%,d messages".formatted(talk.count());
    }

    /// "closed by the client: 1000 bye", "cut off by the mock: its route was changed or removed".
    static String ending(Conversation.Ending ending) {
        boolean cut = ending.code() == Conversation.NO_GOODBYE;
        String by = switch (ending.by()) {
            case CLIENT -> " by the client";
            case MOCK -> " by the mock";
            case NOBODY -> "";
        };
        String code = cut ? ending.reason() : (ending.code() + " " + ending.reason()).strip();
        return (cut ? "cut off" : "closed") + by + (code.isEmpty() ? "" : ": " + code);
    }

    /// Whether somebody asked for a WebSocket, and got it or not.
    static boolean isSocket(Exchange exchange) {
        return exchange.sequel().conversation().isPresent() || exchange.asksForSocket();
    }
}
