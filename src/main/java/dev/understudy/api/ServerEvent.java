package dev.understudy.api;

import dev.understudy.collab.CommittedChange;
import dev.understudy.edit.EditJson;
import dev.understudy.environment.NodeId;
import dev.understudy.presence.Participant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// One event of a stream in the form of the HTML standard's server-sent events.
///
/// @param id the revision of a change; empty for what has no place in the log
/// @param data JSON on one line
record ServerEvent(String name, String id, String data) {

    /// What keeps a quiet connection open; clients ignore it.
    static final byte[] KEEP_ALIVE = ": still here\n\n".getBytes(StandardCharsets.UTF_8);

    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    static ServerEvent of(CommittedChange change) {
        Change data = new Change(
                change.revision(),
                new Author(change.author().value(), change.authorName()),
                change.client(),
                change.seq(),
                change.at(),
                EditJson.write(change.effects()));
        return new ServerEvent("change", Long.toString(change.revision()), JSON.writeValueAsString(data));
    }

    static ServerEvent of(List<Participant> participants) {
        Room data = new Room(participants.stream().map(ServerEvent::person).toList());
        return new ServerEvent("presence", "", JSON.writeValueAsString(data));
    }

    static ServerEvent of(ListenerView listener) {
        return new ServerEvent("listener", "", JSON.writeValueAsString(listener));
    }

    byte[] bytes() {
        String text = "event: " + name + "\n" + (id.isEmpty() ? "" : "id: " + id + "\n") + "data: " + data + "\n\n";
        return text.getBytes(StandardCharsets.UTF_8);
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
