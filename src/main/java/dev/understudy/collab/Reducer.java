package dev.understudy.collab;

import dev.understudy.edit.Edit;
import dev.understudy.edit.Effect;
import dev.understudy.environment.Environment;
import dev.understudy.environment.NodeId;
import java.util.List;
import java.util.Set;

/// What changes mean for the content of a branch. The [Sequencer] puts them in order and commits them without ever
/// looking into an edit or a document itself, so that it can also do so for content that the server can't read. Any
/// thread may call it.
interface Reducer {

    /// The nodes of which the log must be known from the base on before [#carry]; none if the edits are the same on any
    /// document.
    Set<NodeId> concerned(List<Edit> edits);

    /// Whether any of the effects changed what the edits depend on.
    boolean touches(List<Edit> edits, List<Effect> effects);

    /// Whether any of the effects changed what the edits are about, or something in what they remove.
    ///
    /// @param environment the document after the effects
    boolean overlaps(Environment environment, List<Edit> edits, List<Effect> effects);

    /// Those of the edits, made before the effects, that are about nothing of what these changed.
    ///
    /// @param environment the document after the effects
    List<Edit> untouched(Environment environment, List<Edit> edits, List<Effect> effects);

    /// The edits as their author would have made them after these effects. Effects can be given in parts, oldest first.
    List<Edit> carry(List<Edit> edits, List<Effect> effects);

    /// What becomes of edits that were carried to this very document.
    Reduction reduce(Environment before, Proposal proposal);

    /// The document after one more change of the log.
    ///
    /// @throws RuntimeException if that can't be told from the change, since another version of the software made
    ///         it
    Environment next(Environment before, CommittedChange change);

    /// What effects mean for the stored nodes.
    NodeDelta rows(List<Effect> effects, Environment after);
}
