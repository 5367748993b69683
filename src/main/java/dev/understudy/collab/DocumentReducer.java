package dev.understudy.collab;

import dev.understudy.edit.Apply;
import dev.understudy.edit.Edit;
import dev.understudy.edit.Effect;
import dev.understudy.edit.Outcome;
import dev.understudy.edit.Rebase;
import dev.understudy.edit.Replay;
import dev.understudy.edit.Since;
import dev.understudy.environment.Environment;
import dev.understudy.environment.NodeId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Branches whose documents the server reads.
final class DocumentReducer implements Reducer {

    private final UnaryOperator<Set<NodeId>> removedOf;

    /// @param removedOf those of some ids that were there once and are gone
    DocumentReducer(UnaryOperator<Set<NodeId>> removedOf) {
        this.removedOf = removedOf;
    }

    @Override
    public Set<NodeId> concerned(List<Edit> edits) {
        return Rebase.concerned(edits);
    }

    @Override
    public boolean touches(List<Edit> edits, List<Effect> effects) {
        return edits.stream().anyMatch(edit -> edit instanceof Edit.Splice splice && Rebase.touches(splice, effects));
    }

    @Override
    public boolean overlaps(Environment environment, List<Edit> edits, List<Effect> effects) {
        Set<NodeId> nodes = new HashSet<>();
        for (Edit edit : edits) {
            nodes.add(edit.node());
            if (edit instanceof Edit.Remove(NodeId id) && environment.contains(id)) {
                environment.subtree(id).forEach(node -> nodes.add(node.id()));
            }
        }
        return effects.stream().anyMatch(effect -> nodes.contains(effect.edit().node()));
    }

    @Override
    public List<Edit> untouched(Environment environment, List<Edit> edits, List<Effect> effects) {
        Since since = new Since(environment);
        since.read("", effects);
        return since.withoutTouched(edits);
    }

    @Override
    public List<Edit> carry(List<Edit> edits, List<Effect> effects) {
        return Rebase.over(edits, effects);
    }

    @Override
    public Reduction reduce(Environment before, Proposal proposal) {
        Set<NodeId> gone = gone(before, proposal);
        Outcome outcome = Apply.apply(
                before, proposal.edits(), id -> !proposal.restores() && gone.contains(id), proposal.concurrent());
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                new Reduction(accepted, ChangeSummary.of(accepted.effects(), before, accepted.after(), gone::contains));
            case Outcome.NoEffect _, Outcome.Rejected _ -> new Reduction(outcome, "");
        };
    }

    @Override
    public Environment next(Environment before, CommittedChange change) {
        if (!change.whole()) {
            throw new IllegalArgumentException("Another version made revision " + change.revision());
        }
        return Replay.next(before, change.effects());
    }

    @Override
    public NodeDelta rows(List<Effect> effects, Environment after) {
        return NodeDelta.of(effects, after);
    }

    /// Those that were there once, of the ids that the edits would give to nodes.
    private Set<NodeId> gone(Environment before, Proposal proposal) {
        Set<NodeId> added = proposal.edits().stream()
                .filter(Edit.Add.class::isInstance)
                .map(Edit::node)
                .filter(id -> !before.contains(id))
                .collect(Collectors.toSet());
        if (added.isEmpty()) {
            return Set.of();
        }
        Set<NodeId> gone = new HashSet<>(removedOf.apply(added));
        gone.addAll(proposal.removedJustNow());
        return gone;
    }
}
