package dev.understudy.collab;

import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.edit.Outcome;
import java.util.List;
import java.util.Optional;

/// How far the edits of a submission were carried over what others committed.
///
/// @param edits as their author would have made them at `revision`
/// @param refusal why they can't be carried any further
record Carried(List<Edit> edits, long revision, Optional<Outcome.Rejected> refusal) {

    static Carried of(Change change) {
        return new Carried(change.edits(), change.base(), Optional.empty());
    }
}
