package dev.understudy.ui.editor.session;

import dev.understudy.collab.CommittedChange;
import dev.understudy.edit.Edit;
import dev.understudy.edit.Effect;
import dev.understudy.environment.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The values that this tab set as a whole: numbers, choices, switches. Of two who set one at the same time the later
/// wins, and the other one is told. Only with the lock of the UI.
public final class Claims {

    /// Who replaces a value later than this has seen it, and means it.
    static final Duration SAME_TIME = Duration.ofSeconds(10);

    /// How people call a field and its values.
    ///
    /// @param words of a value in its plain form
    public record Naming(String label, Function<Object, String> words) {}

    private record Asked(Object value, Naming naming) {}

    private record Claim(Object value, Instant at) {}

    private record Told(Object lost, Runnable takeBack) {}

    private final EditorSession session;
    private final Map<FieldLocation, Asked> asked = new HashMap<>();
    private final Map<FieldLocation, Claim> mine = new HashMap<>();
    private final Map<FieldLocation, Told> told = new HashMap<>();
    private Function<OverwrittenValue, Runnable> losses = loss -> () -> {};

    Claims(EditorSession session) {
        this.session = session;
    }

    /// Is told when a value is lost.
    ///
    /// @param listener gives what takes the word back once it is not true any more
    public void onLoss(Function<OverwrittenValue, Runnable> listener) {
        losses = listener;
    }

    /// Submits a value in its plain form.
    public void set(FieldLocation spot, Object value, Naming naming, Consumer<SubmitResult> answered) {
        takeBack(spot);
        asked.put(spot, new Asked(value, naming));
        session.submit(List.of(new Edit.Set(spot.node(), spot.field().key(), value)), answered);
    }

    void read(CommittedChange committed) {
        boolean own = committed.client().equals(session.client());
        for (Effect effect : committed.effects()) {
            if (effect.edit() instanceof Edit.Set(NodeId node, String field, Object value)) {
                find(node, field).ifPresent(spot -> {
                    if (own) {
                        mine.put(spot, new Claim(value, committed.at()));
                    } else {
                        replaced(spot, value, committed);
                    }
                });
            }
        }
    }

    private Optional<FieldLocation> find(NodeId node, String field) {
        return asked.keySet().stream()
                .filter(spot -> spot.node().equals(node) && spot.field().key().equals(field))
                .findFirst();
    }

    /// Only what was asked for last can be lost: whoever asked for another value since has given up the one before.
    private void replaced(FieldLocation spot, Object value, CommittedChange by) {
        Claim claim = mine.remove(spot);
        Asked last = asked.get(spot);
        Told before = told.get(spot);
        if (before != null && before.lost.equals(value)) {
            takeBack(spot);
        }
        if (claim == null || last == null || !last.value.equals(claim.value) || claim.value.equals(value)) {
            return;
        }
        if (!isMe(by) && sameTime(claim, by)) {
            told.put(spot, new Told(claim.value, losses.apply(loss(spot, last, claim, value, by))));
        }
    }

    private void takeBack(FieldLocation spot) {
        Optional.ofNullable(told.remove(spot)).map(Told::takeBack).ifPresent(Runnable::run);
    }

    private OverwrittenValue loss(FieldLocation spot, Asked how, Claim claim, Object value, CommittedChange by) {
        String lost = how.naming.words.apply(claim.value);
        String sentence = "%s set %s to %s just after you set it to %s."
                .formatted(by.authorName(), how.naming.label, how.naming.words.apply(value), lost);
        return new OverwrittenValue(sentence, lost, () -> set(spot, claim.value, how.naming, Actions::complain));
    }

    private boolean isMe(CommittedChange by) {
        return by.author().equals(session.access().actor().user());
    }

    private static boolean sameTime(Claim claim, CommittedChange by) {
        return Duration.between(claim.at, by.at()).compareTo(SAME_TIME) <= 0;
    }
}
