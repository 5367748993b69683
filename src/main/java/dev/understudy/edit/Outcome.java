package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Excess;
import java.util.List;
import java.util.Optional;

/// What became of a change. The author always learns which of the four it was.
public sealed interface Outcome {

    /// Something changed; `effects` is what really did.
    sealed interface Accepted extends Outcome {
        Environment after();

        List<Effect> effects();

        /// What the author should know about single edits.
        List<Note> notes();
    }

    /// Every edit that could be applied was applied as sent, perhaps with consequences elsewhere. The notes
    /// tell of edits that changed nothing.
    record Committed(Environment after, List<Effect> effects, List<Note> notes) implements Accepted {}

    /// Applied, but something came out otherwise than its author sent it; the notes say how.
    record Adjusted(Environment after, List<Effect> effects, List<Note> notes) implements Accepted {}

    /// Nothing to change: the node is gone, or it was so already.
    record NoEffect(List<Note> notes) implements Outcome {}

    /// The change can't be right on any document; nothing of it was applied.
    ///
    /// @param edit the index of the edit at fault
    /// @param excess if a limit is why, how far it is beyond that
    record Rejected(int edit, Reason reason, String message, Optional<Excess> excess) implements Outcome {

        public Rejected(int edit, Reason reason, String message) {
            this(edit, reason, message, Optional.empty());
        }
    }

    /// Why a change is rejected.
    enum Reason {
        /// A wrong type, an unknown field, an impossible place.
        INVALID,
        /// A limit of [dev.understudy.environment.Limits] would be exceeded.
        TOO_LARGE,
        /// The text changed since the base, and the client asked to merge by itself.
        STALE
    }
}
