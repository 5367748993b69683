package dev.understudy.collab;

import dev.understudy.edit.Edit;
import dev.understudy.environment.NodeId;
import java.util.List;
import java.util.Set;

/// Edits on their way into a document.
///
/// @param concurrent whether others committed after their author had last looked
/// @param restores whether they may bring removed nodes back under their old ids
/// @param removedJustNow what changes that are committed together with this one removed
record Proposal(List<Edit> edits, boolean concurrent, boolean restores, Set<NodeId> removedJustNow) {}
