package dev.understudy.ui.editor.field;

import dev.understudy.collab.Snapshot;
import dev.understudy.collab.TextPolicy;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.edit.EditJson;
import dev.understudy.edit.EditReading;
import dev.understudy.edit.Rebase;
import dev.understudy.edit.TextChange;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.team.Access;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import dev.understudy.ui.editor.session.SubmitResult;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Takes what a browser typed into a text to the room: `{client, push: {seq, base, changes, insist, after?}}`. A push
/// may come right after another whose fate its browser does not know: `after` has that one's number and the changes
/// of both together, for the case that it was refused.
final class TextPushes {

    /// The push that got in last; only for the thread that submits, which takes one after the other.
    private record Last(String client, long seq, long revision) {
        boolean is(String pusher, long number) {
            return client.equals(pusher) && seq == number;
        }
    }

    /// A push as it can be meant.
    ///
    /// @param alone if the one before it got in
    /// @param whole if not
    /// @param after the number of the one before, if there is any
    private record Push(Change alone, Change whole, Optional<Long> after, TextPolicy policy) {}

    private final EditorSession session;
    private final Field<String> field;
    private volatile Last last = new Last("", 0, 0);

    TextPushes(EditorSession session, Field<String> field) {
        this.session = session;
        this.field = field;
    }

    /// Submits it, unless it can't be meant for the text: then its browser has another one than the room.
    ///
    /// @param unchangedUntil a revision up to which the text is known to be as it was at the push's base
    void submit(NodeId node, JsonNode message, long unchangedUntil, Consumer<SubmitResult> answered) {
        read(node, message, unchangedUntil)
                .ifPresentOrElse(
                        push -> session.submit(access -> attempt(push, access), answered),
                        () -> answered.accept(new SubmitResult.Astray()));
    }

    /// Empty if it is none.
    private Optional<Push> read(NodeId node, JsonNode message, long unchangedUntil) {
        JsonNode push = message.path("push");
        Optional<String> step = session.typing().next(new FieldLocation(node, field), System.nanoTime());
        long base = Math.max(push.path("base").asLong(0), unchangedUntil);
        Optional<Change> alone = change(node, message, base, step, push.path("changes"));
        Optional<Change> whole = push.has("after")
                ? change(node, message, base, step, push.path("after").path("whole"))
                : alone;
        Optional<Long> after =
                Optional.of(push.path("after").path("seq").asLong(0)).filter(_ -> push.has("after"));
        TextPolicy policy = push.path("insist").asBoolean(false) ? TextPolicy.REBASE : TextPolicy.REFUSE_STALE;
        return alone.flatMap(one -> whole.map(both -> new Push(one, both, after, policy)));
    }

    private SubmitResult attempt(Push push, Access access) {
        Last before = last;
        Change alone = push.alone;
        Change change = push.after
                .map(number -> before.is(alone.client(), number)
                        ? new Change(alone.client(), alone.seq(), before.revision, alone.edits(), alone.step())
                        : push.whole)
                .orElse(alone);
        SubmitResult answer = session.submit(change, access, push.policy);
        if (answer instanceof SubmitResult.Done(long revision, var _)) {
            last = new Last(change.client(), change.seq(), revision);
        }
        return answer instanceof SubmitResult.Refused && isAstray(change) ? new SubmitResult.Astray() : answer;
    }

    /// Whether it starts from a text of another length than that at its base, which the first change after it tells.
    private boolean isAstray(Change change) {
        Snapshot now = session.newest();
        if (now.revision() - change.base() > TextChannel.MAX_RESUMED) {
            return true;
        }
        return change.edits().stream()
                .filter(Edit.Splice.class::isInstance)
                .map(Edit.Splice.class::cast)
                .anyMatch(splice -> session.between(change.base(), now.revision()).stream()
                        .flatMap(committed -> committed.effects().stream())
                        .flatMap(effect -> Rebase.textChangeOf(effect, splice.node(), field.key()).stream())
                        .findFirst()
                        .map(TextChange::oldLength)
                        .or(() -> now.environment()
                                .find(splice.node())
                                .filter(node -> node.kind() == field.kind())
                                .map(node -> (long) node.get(field).length()))
                        .filter(length -> length != splice.change().oldLength())
                        .isPresent());
    }

    private Optional<Change> change(NodeId node, JsonNode message, long base, Optional<String> step, JsonNode changes) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("client", message.path("client").asString(""))
                .put("base", base);
        step.ifPresent(name -> json.put("step", name));
        json.set("seq", message.path("push").path("seq"));
        ObjectNode splice = json.putArray("edits").addObject();
        splice.put("op", "splice")
                .put("node", node.value())
                .put("field", field.key())
                .set("changes", changes);
        return EditJson.read(json) instanceof EditReading.Read(Change read) ? Optional.of(read) : Optional.empty();
    }
}
