package dev.understudy.ui.editor.field;

import dev.understudy.collab.TextPolicy;
import dev.understudy.edit.Change;
import dev.understudy.edit.EditJson;
import dev.understudy.edit.EditReading;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.desk.Answer;
import dev.understudy.ui.editor.desk.Desk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Takes what a browser typed into a text to the room: `{client, push: {seq, base, changes, insist, after?}}`. A push
/// may come right after another whose fate its browser does not know: `after` has that one's number and the changes
/// of both together, for the case that it was refused.
final class TextPushes {

    private final Desk desk;
    private final Field<String> field;
    private String lastClient = "";
    private long lastSeq;
    private long lastRevision;

    TextPushes(Desk desk, Field<String> field) {
        this.desk = desk;
        this.field = field;
    }

    /// @param unchangedUntil a revision up to which the text is known to be as it was at the push's base
    Answer submit(NodeId node, JsonNode message, long unchangedUntil) {
        JsonNode push = message.path("push");
        String client = message.path("client").asString("");
        long base = Math.max(push.path("base").asLong(0), unchangedUntil);
        JsonNode changes = push.path("changes");
        if (push.has("after")) {
            JsonNode after = push.path("after");
            if (after.path("seq").asLong(0) == lastSeq && client.equals(lastClient)) {
                base = lastRevision;
            } else {
                changes = after.path("whole");
            }
        }
        return switch (EditJson.read(change(node, client, push.path("seq"), base, changes))) {
            case EditReading.Read(Change change) ->
                submit(change, push.path("insist").asBoolean(false));
            case EditReading.Malformed malformed -> new Answer.Refused(malformed.message());
        };
    }

    private Answer submit(Change change, boolean insist) {
        Answer answer = desk.submit(change, insist ? TextPolicy.REBASE : TextPolicy.REFUSE_STALE);
        if (answer instanceof Answer.Done(long revision, var _)) {
            lastClient = change.client();
            lastSeq = change.seq();
            lastRevision = revision;
        }
        return answer;
    }

    private ObjectNode change(NodeId node, String client, JsonNode seq, long base, JsonNode changes) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("client", client).put("base", base);
        json.set("seq", seq);
        ObjectNode splice = json.putArray("edits").addObject();
        splice.put("op", "splice")
                .put("node", node.value())
                .put("field", field.key())
                .set("changes", changes);
        return json;
    }
}
