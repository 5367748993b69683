package dev.understudy.ui.editor.field;

import dev.understudy.collab.TextPolicy;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.edit.EditJson;
import dev.understudy.edit.EditReading;
import dev.understudy.edit.Rebase;
import dev.understudy.edit.TextChange;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.SubmitResult;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Takes what a browser typed into a text to the room: `{client, push: {seq, base, changes, insist, after?}}`. A push
/// may come right after another whose fate its browser does not know: `after` has that one's number and the changes
/// of both together, for the case that it was refused.
final class TextPushes {

    private final EditorSession session;
    private final Field<String> field;
    private String lastClient = "";
    private long lastSeq;
    private long lastRevision;

    TextPushes(EditorSession session, Field<String> field) {
        this.session = session;
        this.field = field;
    }

    /// Submits it, unless it can't be meant for the text: then its browser has another one than the room.
    ///
    /// @param unchangedUntil a revision up to which the text is known to be as it was at the push's base
    /// @return empty if it does not fit
    Optional<SubmitResult> submit(NodeId node, JsonNode message, long unchangedUntil) {
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
                Optional.of(submit(change, push.path("insist").asBoolean(false)))
                        .filter(answer -> !(answer instanceof SubmitResult.Refused && isAstray(change)));
            case EditReading.Malformed _ -> Optional.empty();
        };
    }

    /// Whether it starts from a text of another length than that at its base, which the first change after it tells.
    private boolean isAstray(Change change) {
        long until = session.now().revision();
        if (until - change.base() > TextChannel.MAX_RESUMED) {
            return true;
        }
        return change.edits().stream()
                .filter(Edit.Splice.class::isInstance)
                .map(Edit.Splice.class::cast)
                .anyMatch(splice -> session.between(change.base(), until).stream()
                        .flatMap(committed -> committed.effects().stream())
                        .flatMap(effect -> Rebase.textChangeOf(effect, splice.node(), field.key()).stream())
                        .findFirst()
                        .map(TextChange::oldLength)
                        .or(() -> session.find(splice.node())
                                .filter(node -> node.kind() == field.kind())
                                .map(node -> (long) node.get(field).length()))
                        .filter(length -> length != splice.change().oldLength())
                        .isPresent());
    }

    private SubmitResult submit(Change change, boolean insist) {
        SubmitResult answer = session.submit(change, insist ? TextPolicy.REBASE : TextPolicy.REFUSE_STALE);
        if (answer instanceof SubmitResult.Done(long revision, var _)) {
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
