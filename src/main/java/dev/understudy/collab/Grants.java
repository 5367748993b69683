package dev.understudy.collab;

import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.team.Access;
import java.util.List;

/// Who may change what, asked when a change is committed: since it was submitted, a right may have been lost. Any
/// thread may call it; it is called in the turn of a room, so it must be quick.
interface Grants {

    /// Returns if the edits may be made.
    ///
    /// @param submittedWith what the author had when they submitted
    /// @param document on which the edits are about to be made, to find the nodes that they are about
    /// @throws dev.understudy.team.Forbidden if the author may not, or no longer, make these very edits
    void check(Access submittedWith, List<Edit> edits, Environment document);
}
