package dev.understudy.history;

import dev.understudy.collab.Origin;
import java.util.Optional;

/// A change in somebody's history of undo.
///
/// @param step what joins it with others of the same client
/// @param passed whether nothing was left of it when its turn to be taken back came
record OwnChange(long revision, String client, Optional<String> step, Origin origin, String summary, boolean passed) {

    /// Whether both are part of one action.
    boolean isOneStepWith(OwnChange other) {
        return step.isPresent() && step.equals(other.step) && client.equals(other.client);
    }
}
