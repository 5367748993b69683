package dev.understudy.collab;

import dev.understudy.edit.Edit;
import dev.understudy.edit.Effect;
import dev.understudy.edit.Outcome;
import dev.understudy.environment.Environment;
import dev.understudy.environment.NodeId;
import java.util.List;
import java.util.Set;

/// A branch whose content the server can't read: it takes every change as it is and has no document.
class SealedReducer implements Reducer {

    @Override
    public Set<NodeId> concerned(List<Edit> edits) {
        return Set.of();
    }

    @Override
    public boolean touches(List<Edit> edits, List<Effect> effects) {
        return false;
    }

    @Override
    public boolean overlaps(Environment environment, List<Edit> edits, List<Effect> effects) {
        return false;
    }

    @Override
    public List<Edit> untouched(Environment environment, List<Edit> edits, List<Effect> effects) {
        return edits;
    }

    @Override
    public List<Edit> carry(List<Edit> edits, List<Effect> effects) {
        return edits;
    }

    @Override
    public Reduction reduce(Environment before, Proposal proposal) {
        List<Effect> sealed = proposal.edits().stream()
                .map(edit -> new Effect(edit, List.of()))
                .toList();
        return new Reduction(new Outcome.Committed(before, sealed, List.of()), "something");
    }

    @Override
    public Environment next(Environment before, CommittedChange change) {
        return before;
    }

    @Override
    public NodeDelta rows(List<Effect> effects, Environment after) {
        return new NodeDelta(List.of(), List.of());
    }
}
