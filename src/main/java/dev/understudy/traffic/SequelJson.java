package dev.understudy.traffic;

import dev.understudy.environment.NodeId;
import dev.understudy.why.Why;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What there is beside an exchange, as other processes are told: of messages the last few, of texts the start.
record SequelJson(String sentAgainBy, @Nullable Talk talk, List<Call> calls) {

    /// Messages of one conversation that are told.
    static final int MESSAGES = 40;

    /// That are told of each message, and of each body of a callback.
    static final int BYTES = 1024;

    record Talk(long count, List<Message> messages, Conversation.@Nullable Ending ending) {}

    record Message(
            long number,
            Instant at,
            boolean fromClient,
            boolean binary,
            BodyJson content,
            long answers,
            @Nullable String response,
            Why why) {}

    record Call(
            Instant at,
            String name,
            String method,
            String url,
            List<HeaderLine> requestHeaders,
            BodyJson requestBody,
            int status,
            List<HeaderLine> responseHeaders,
            BodyJson responseBody,
            String failure) {}

    /// Null if there is nothing.
    static @Nullable SequelJson of(Sequel sequel) {
        return sequel.equals(Sequel.NONE)
                ? null
                : new SequelJson(
                        sequel.sentAgainBy(),
                        sequel.conversation().map(SequelJson::talk).orElse(null),
                        sequel.callbacks().stream().map(SequelJson::call).toList());
    }

    Sequel sequel() {
        return new Sequel(
                sentAgainBy,
                Optional.ofNullable(talk).map(SequelJson::read),
                calls.stream().map(SequelJson::read).toList());
    }

    private static Talk talk(Conversation talk) {
        return new Talk(
                talk.count(),
                talk.last(MESSAGES).messages().stream().map(SequelJson::message).toList(),
                talk.ending().orElse(null));
    }

    private static Message message(SocketMessage message) {
        return new Message(
                message.number(),
                message.at(),
                message.fromClient(),
                message.binary(),
                BodyJson.of(message.content(), BYTES),
                message.answers(),
                message.response().map(NodeId::value).orElse(null),
                message.why());
    }

    private static Call call(CallbackReport call) {
        return new Call(
                call.at(),
                call.name(),
                call.method(),
                call.url(),
                Redaction.of(call.requestHeaders()),
                BodyJson.of(call.requestBody(), BYTES),
                call.status(),
                Redaction.of(call.responseHeaders()),
                BodyJson.of(call.responseBody(), BYTES),
                call.failure());
    }

    private static Conversation read(Talk talk) {
        return new Conversation(
                talk.count(),
                talk.messages().stream().map(SequelJson::read).toList(),
                Optional.ofNullable(talk.ending()));
    }

    private static SocketMessage read(Message message) {
        return new SocketMessage(
                message.number(),
                message.at(),
                message.fromClient(),
                message.binary(),
                message.content().excerpt(),
                message.answers(),
                Optional.ofNullable(message.response()).map(NodeId::new),
                Reason.of(message.why()));
    }

    private static CallbackReport read(Call call) {
        return new CallbackReport(
                call.at(),
                call.name(),
                call.method(),
                call.url(),
                call.requestHeaders(),
                call.requestBody().excerpt(),
                call.status(),
                call.responseHeaders(),
                call.responseBody().excerpt(),
                call.failure());
    }
}
