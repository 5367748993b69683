package dev.understudy.api;

import dev.understudy.environment.NodeId;
import dev.understudy.traffic.CallbackReport;
import dev.understudy.traffic.Conversation;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Redaction;
import dev.understudy.traffic.Sequel;
import dev.understudy.traffic.SocketMessage;
import dev.understudy.why.Line;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there is of an exchange beside request and answer.
///
/// @param sentAgainBy the name of who sent it again; null if it came from outside
/// @param conversation null if no WebSocket was opened
/// @param messages of it, the last few
/// @param callbacks in the order in which something came of them
record SequelView(
        @Nullable String sentAgainBy, @Nullable Talk conversation, List<Message> messages, List<Callback> callbacks) {

    /// Messages that are told.
    static final int MAX_MESSAGES = 20;

    /// @param messages how many there were
    /// @param closed null while it goes on
    record Talk(long messages, @Nullable Closed closed) {}

    /// @param by `client`, `mock` or `nobody`
    record Closed(Instant at, int code, String reason, String by) {}

    /// @param from `client` or `mock`
    /// @param text of bytes in Base64
    /// @param answers the number of the message that it answers; null if it answers none
    /// @param response its id; null if it came from none
    /// @param why in the order in which it was decided
    record Message(
            long number,
            Instant at,
            String from,
            String text,
            boolean textIsBase64,
            int size,
            boolean cut,
            @Nullable Long answers,
            @Nullable String response,
            String summary,
            List<String> why) {}

    /// @param status null if no answer came
    /// @param failure null if one did
    record Callback(
            Instant at,
            String name,
            String method,
            String url,
            List<HeaderLine> requestHeaders,
            String requestBody,
            @Nullable Integer status,
            List<HeaderLine> responseHeaders,
            String responseBody,
            @Nullable String failure) {}

    static SequelView of(Sequel sequel) {
        return new SequelView(
                sequel.sentAgainBy().isEmpty() ? null : sequel.sentAgainBy(),
                sequel.conversation().map(SequelView::talk).orElse(null),
                sequel.conversation().map(talk -> talk.last(MAX_MESSAGES).messages()).orElse(List.of()).stream()
                        .map(SequelView::message)
                        .toList(),
                sequel.callbacks().stream().map(SequelView::callback).toList());
    }

    private static Talk talk(Conversation talk) {
        return new Talk(
                talk.count(),
                talk.ending()
                        .map(end -> new Closed(
                                end.at(), end.code(), end.reason(), end.by().word()))
                        .orElse(null));
    }

    private static Message message(SocketMessage message) {
        TrafficView.BodyText text = TrafficView.BodyText.of(message.content(), message.binary());
        return new Message(
                message.number(),
                message.at(),
                message.fromClient() ? "client" : "mock",
                text.text(),
                text.base64(),
                message.content().length(),
                message.content().isCut(),
                message.answers() == 0 ? null : message.answers(),
                message.response().map(NodeId::value).orElse(null),
                message.response().isEmpty() ? "" : message.why().summary(),
                message.why().lines().stream().map(Line::toString).toList());
    }

    private static Callback callback(CallbackReport call) {
        boolean failed = call.status() == 0;
        return new Callback(
                call.at(),
                call.name(),
                call.method(),
                Redaction.address(call.url()),
                Redaction.of(call.requestHeaders()),
                TrafficView.BodyText.of(call.requestBody(), false).text(),
                failed ? null : call.status(),
                Redaction.of(call.responseHeaders()),
                TrafficView.BodyText.of(call.responseBody(), false).text(),
                failed ? call.failure() : null);
    }
}
