package dev.understudy.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.understudy.collab.CommittedChange;
import dev.understudy.edit.EditJson;
import dev.understudy.environment.NodeId;
import dev.understudy.presence.Participant;
import dev.understudy.traffic.Exchange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The events of a stream in the form of the HTML standard's server-sent events, as bytes. Their data is JSON on one
/// line; that of a change has its revision as the event's id.
final class ServerEvent {

    /// What keeps a quiet connection open; clients ignore it.
    static final byte[] KEEP_ALIVE = ": still here\n\n".getBytes(StandardCharsets.UTF_8);

    private static final ObjectWriter JSON =
            JsonMapper.builder().build().writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET);

    record Change(long revision, Author author, String client, long seq, Instant at, ArrayNode edits) {}

    record Author(UUID id, String displayName) {}

    record Room(List<Person> participants) {}

    record Person(
            UUID id,
            String displayName,
            int colour,
            @Nullable String node,
            @Nullable String field,
            String client) {}

    record Traffic(@JsonUnwrapped TrafficView exchange, long leftOut) {}

    private ServerEvent() {}

    static byte[] of(CommittedChange change) {
        Change data = new Change(
                change.revision(),
                new Author(change.author().value(), change.authorName()),
                change.client(),
                change.seq(),
                change.at(),
                EditJson.write(change.effects()));
        return event("event: change\nid: " + change.revision() + "\n", data);
    }

    static byte[] of(List<Participant> participants) {
        return event(
                "event: presence\n",
                new Room(participants.stream().map(ServerEvent::person).toList()));
    }

    static byte[] of(ListenerView listener) {
        return event("event: listener\n", listener);
    }

    /// @param leftOut how many before it are not told
    static byte[] of(Exchange exchange, long leftOut) {
        return event("event: exchange\n", new Traffic(TrafficView.of(exchange), leftOut));
    }

    /// A conversation on a WebSocket, whose beginning was an exchange, has ended.
    static byte[] ofEnd(Exchange exchange) {
        return event("event: conversation\n", TrafficView.of(exchange));
    }

    private static byte[] event(String head, Object data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        out.writeBytes((head + "data: ").getBytes(StandardCharsets.UTF_8));
        JSON.writeValue(out, data);
        out.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static Person person(Participant participant) {
        return new Person(
                participant.user().value(),
                participant.displayName(),
                participant.colour(),
                participant.focus().node().map(NodeId::value).orElse(null),
                participant.focus().field().orElse(null),
                participant.client());
    }
}
