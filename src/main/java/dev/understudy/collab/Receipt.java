package dev.understudy.collab;

import dev.understudy.edit.Effect;
import dev.understudy.edit.Note;
import dev.understudy.edit.Outcome;
import dev.understudy.environment.Excess;
import java.util.List;
import java.util.Optional;

/// The answer to a submitted change. The same client and number get the same answer again.
///
/// @param revision that of the change if it was accepted, else that of the branch
/// @param effects what was committed, consequences included; empty if nothing was
/// @param notes what the author should know about edits that did not go in as sent
/// @param excess if it was refused for a limit, how far it is beyond that
public record Receipt(long revision, Kind kind, List<Effect> effects, List<Note> notes, Optional<Excess> excess) {

    Receipt(long revision, Kind kind, List<Effect> effects, List<Note> notes) {
        this(revision, kind, effects, notes, Optional.empty());
    }

    /// What became of the change; see [Outcome].
    public enum Kind {
        COMMITTED,
        ADJUSTED,
        NO_EFFECT,
        /// The only note tells the edit at fault and why.
        INVALID,
        TOO_LARGE,
        STALE;

        public boolean isRejected() {
            return this == INVALID || this == TOO_LARGE || this == STALE;
        }

        public boolean isAccepted() {
            return this == COMMITTED || this == ADJUSTED;
        }
    }

    static Receipt accepted(long revision, Outcome.Accepted outcome, boolean merged) {
        return switch (outcome) {
            case Outcome.Committed committed ->
                new Receipt(revision, merged ? Kind.ADJUSTED : Kind.COMMITTED, committed.effects(), committed.notes());
            case Outcome.Adjusted adjusted ->
                new Receipt(revision, Kind.ADJUSTED, adjusted.effects(), adjusted.notes());
        };
    }

    static Receipt noEffect(long revision, Outcome.NoEffect outcome) {
        return new Receipt(revision, Kind.NO_EFFECT, List.of(), outcome.notes());
    }

    static Receipt rejected(long revision, Outcome.Rejected outcome) {
        Kind kind = switch (outcome.reason()) {
            case INVALID -> Kind.INVALID;
            case TOO_LARGE -> Kind.TOO_LARGE;
            case STALE -> Kind.STALE;
        };
        List<Note> why = List.of(new Note(outcome.edit(), outcome.message()));
        return new Receipt(revision, kind, List.of(), why, outcome.excess());
    }
}
