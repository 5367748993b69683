package dev.understudy.collab;

import dev.understudy.edit.Edit;
import dev.understudy.edit.Effect;
import dev.understudy.edit.Outcome;
import dev.understudy.environment.NodeId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/// Carries submissions that build on something old to the head, before their turn and at their own cost: of the log it
/// reads the changes of the nodes that they are about, part by part. What is committed meanwhile, the turn finds in
/// memory. Any thread may call it.
final class Preparation {

    /// Changes of the nodes concerned that a submission may be behind, counted for each node.
    static final int MAX_BEHIND = 10_000;

    private static final int AT_ONCE = 50;

    private final NodeLogStore log;
    private final Reducer reducer;
    private final Sequencer sequencer;
    private final Semaphore atATime;
    private final int maxBehind;

    /// @param atATime how many submissions of the process are prepared side by side
    Preparation(NodeLogStore log, Reducer reducer, Sequencer sequencer, Semaphore atATime, int maxBehind) {
        this.log = log;
        this.reducer = reducer;
        this.sequencer = sequencer;
        this.atATime = atATime;
        this.maxBehind = maxBehind;
    }

    /// Whether the turn could not decide about it.
    boolean isNeeded(Submission submission) {
        Carried carried = submission.carried();
        return carried.refusal().isEmpty()
                && !reducer.concerned(carried.edits()).isEmpty()
                && !sequencer.remembers(carried.revision());
    }

    /// The submission as it is at what was the head when this began, or refused.
    Submission prepare(Submission submission) {
        atATime.acquireUninterruptibly();
        try {
            return submission.with(carry(submission, sequencer.head().revision()));
        } finally {
            atATime.release();
        }
    }

    private Carried carry(Submission submission, long until) {
        Carried carried = submission.carried();
        Set<NodeId> nodes = reducer.concerned(carried.edits());
        if (log.count(nodes, carried.revision(), until, maxBehind + 1) > maxBehind) {
            return refused(carried, """
                    What this change is about was changed more than %,d times since revision %,d. Load the environment \
                    again, make the change on top of revision %,d, and submit it under a new number.\
                    """.formatted(maxBehind, submission.change().base(), until));
        }
        List<Long> revisions = log.revisions(nodes, carried.revision(), until);
        List<Edit> edits = carried.edits();
        for (int from = 0; from < revisions.size(); from += AT_ONCE) {
            List<Long> part = revisions.subList(from, Math.min(from + AT_ONCE, revisions.size()));
            List<Effect> effects = log.effects(nodes, part);
            if (submission.policy() == TextPolicy.REFUSE_STALE && reducer.touches(edits, effects)) {
                return refused(carried, Sequencer.TEXT_CHANGED);
            }
            edits = reducer.carry(edits, effects);
        }
        return new Carried(edits, until, Optional.empty());
    }

    private static Carried refused(Carried carried, String message) {
        Outcome.Rejected refusal = new Outcome.Rejected(-1, Outcome.Reason.STALE, message);
        return new Carried(carried.edits(), carried.revision(), Optional.of(refusal));
    }
}
