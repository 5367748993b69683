package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Excess;
import dev.understudy.environment.NodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Applies the edits of one change to a document, all or nothing, and lets the invariants hold again.
public final class Apply {

    private final List<Edit> edits;
    private final Draft draft;
    private final Structure structure;
    private final Contents contents;
    private final List<Note> notes = new ArrayList<>();

    private Apply(Draft draft, List<Edit> edits, boolean concurrent) {
        this.edits = edits;
        this.draft = draft;
        this.structure = new Structure(draft, edits, concurrent);
        this.contents = new Contents(draft);
    }

    /// Applies edits that stand on this very document. Limits and invariants count for the result of all of
    /// them, not for what lies in between.
    ///
    /// @param edits already rebased to `environment`
    /// @param retired ids that were used once and may not come back
    /// @param concurrent whether others committed after the base of the change, so that what would be
    ///        nonsense from a client that knows everything may be nobody's fault
    public static Outcome apply(
            Environment environment, List<Edit> edits, Predicate<NodeId> retired, boolean concurrent) {
        return new Apply(new Draft(environment, retired), edits, concurrent).run();
    }

    private Outcome run() {
        for (int index = 0; index < edits.size(); index++) {
            switch (take(index, edits.get(index))) {
                case Step.Done _ -> {}
                case Step.Nothing(String message) -> notes.add(new Note(index, message));
                case Step.Wrong(String message, Optional<Excess> excess) -> {
                    return new Outcome.Rejected(index, Outcome.Reason.INVALID, message, excess);
                }
            }
        }
        ReferenceRepair.settle(draft);
        ResponseDefaults.settle(draft);
        FilePaths.settle(draft);
        noteAdjustments();
        if (draft.isUnchanged()) {
            return new Outcome.NoEffect(List.copyOf(notes));
        }
        return new Bounds(draft.before(), draft.environment())
                .exceededBy(edits)
                .<Outcome>map(rejected -> rejected)
                .orElseGet(this::accepted);
    }

    private Step take(int index, Edit edit) {
        return switch (edit) {
            case Edit.Add add -> structure.add(add);
            case Edit.Remove(NodeId id) -> structure.remove(index, id);
            case Edit.Move move -> structure.move(index, move);
            case Edit.Set set -> contents.set(set);
            case Edit.Splice splice -> contents.splice(splice);
        };
    }

    /// An adjustment is told at the last edit of its node.
    private void noteAdjustments() {
        if (draft.adjustments().isEmpty()) {
            return;
        }
        Map<NodeId, Integer> lastEdits = new HashMap<>();
        for (int index = 0; index < edits.size(); index++) {
            lastEdits.put(edits.get(index).node(), index);
        }
        draft.adjustments()
                .forEach((node, message) ->
                        notes.add(new Note(lastEdits.getOrDefault(node, edits.size() - 1), message)));
        notes.sort(Comparator.comparingInt(Note::edit));
    }

    private Outcome accepted() {
        List<Effect> effects = List.copyOf(draft.effects());
        return draft.adjustments().isEmpty()
                ? new Outcome.Committed(draft.environment(), effects, List.copyOf(notes))
                : new Outcome.Adjusted(draft.environment(), effects, List.copyOf(notes));
    }
}
