package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Limits;
import dev.understudy.environment.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Applies the edits of one change to a document, all or nothing, and lets the invariants hold again.
public final class Apply {

    private final Draft draft;
    private final List<Note> notes = new ArrayList<>();
    private boolean adjusted;

    private Apply(Draft draft) {
        this.draft = draft;
    }

    /// Applies edits that stand on this very document.
    ///
    /// @param edits already rebased to `environment`
    /// @param retired ids that were used once and may not come back
    /// @param concurrent whether others committed after the base of the change, so that what would be
    ///        nonsense from a client that knows everything may be nobody's fault
    public static Outcome apply(
            Environment environment, List<Edit> edits, Predicate<NodeId> retired, boolean concurrent) {
        Apply run = new Apply(new Draft(environment, retired, concurrent));
        for (int index = 0; index < edits.size(); index++) {
            switch (run.draft.take(edits.get(index))) {
                case Draft.Step.Done _ -> {}
                case Draft.Step.Nothing(String message) -> run.notes.add(new Note(index, message));
                case Draft.Step.Wrong(Outcome.Reason reason, String message) -> {
                    return new Outcome.Rejected(index, reason, message);
                }
            }
        }
        return run.outcome(edits.size());
    }

    private Outcome outcome(int edits) {
        if (draft.effects().isEmpty()) {
            return new Outcome.NoEffect(List.copyOf(notes));
        }
        Consequences consequences = new Consequences(draft);
        consequences.follow();
        consequences.clearedReferences().forEach(message -> {
            adjusted = true;
            notes.add(new Note(edits - 1, message));
        });
        Environment after = draft.environment();
        if (after.size() > Limits.MAX_NODES) {
            return tooLarge(edits, "%,d nodes; the limit is %,d".formatted(after.size(), Limits.MAX_NODES));
        }
        if (after.bytes() > Limits.MAX_ENVIRONMENT_BYTES) {
            return tooLarge(
                    edits, "%,d bytes; the limit is %,d".formatted(after.bytes(), Limits.MAX_ENVIRONMENT_BYTES));
        }
        List<Effect> effects = List.copyOf(draft.effects());
        return adjusted || !notes.isEmpty()
                ? new Outcome.Adjusted(after, effects, List.copyOf(notes))
                : new Outcome.Committed(after, effects);
    }

    private static Outcome tooLarge(int edits, String what) {
        return new Outcome.Rejected(edits - 1, Outcome.Reason.TOO_LARGE, "The environment would have " + what + ".");
    }
}
