package dev.understudy.collab;

import dev.understudy.edit.Edit;
import dev.understudy.edit.Effect;
import dev.understudy.edit.Outcome;
import dev.understudy.environment.Environment;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the submissions to one branch in order and commits them in batches: known ones get their first answer, the
/// others what the [Reducer] makes of them, one after the other, and all of it is written in one transaction. If
/// another process was faster, what it committed is read and the batch is tried again. What must be known of the log
/// to decide is in memory, or the submission goes back to be prepared: a turn never reads the log for anybody.
///
/// [#commit] and [#catchUp] are called by one thread at a time, the one whose turn it is (the room sees to it), the
/// rest by any.
final class Sequencer {

    static final String TEXT_CHANGED = "The text changed meanwhile. Make the change again on top of what is there now.";

    private static final String TOUCHED = "What this is about changed meanwhile. Try again.";
    private static final int MAX_TRIES = 50;
    private static final int READ_AT_ONCE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    private final ChangeStore store;
    private final Reducer reducer;
    private final Grants grants;
    private final Clock clock;
    private final CommitMetrics metrics;
    private final Consumer<Snapshot> onMilestone;
    /// Only for the thread whose turn it is.
    private final KnownSubmissions known;

    private final Tail tail;

    /// @param onMilestone told of committed documents that are to be kept; must be quick
    Sequencer(
            ChangeStore store,
            Reducer reducer,
            Grants grants,
            Clock clock,
            CommitMetrics metrics,
            Consumer<Snapshot> onMilestone) {
        this.store = store;
        this.reducer = reducer;
        this.grants = grants;
        this.clock = clock;
        this.metrics = metrics;
        this.onMilestone = onMilestone;
        this.known = new KnownSubmissions(store);
        this.tail = new Tail(store.load());
    }

    Snapshot head() {
        return tail.head();
    }

    /// Whether all changes after a revision are in memory.
    boolean remembers(long revision) {
        return tail.after(revision).isPresent();
    }

    List<CommittedChange> changes(long after, int max) {
        return tail.after(after)
                .map(changes -> changes.subList(0, Math.min(max, changes.size())))
                .orElseGet(() -> store.after(after, max));
    }

    /// Answers submissions.
    ///
    /// @return those that got no answer, since they have to be prepared first
    List<Submission> commit(List<Submission> batch) {
        try {
            return commitTogether(batch);
        } catch (RuntimeException failure) {
            if (batch.size() == 1 || !DatabaseFailure.isOfValue(failure)) {
                throw failure;
            }
            LOG.warn("Changes of {} are committed one by one, since one of them can't be stored", store);
            return commitOneByOne(batch);
        }
    }

    private List<Submission> commitOneByOne(List<Submission> batch) {
        List<Submission> unprepared = new ArrayList<>();
        for (Submission submission : batch) {
            try {
                unprepared.addAll(commitTogether(List.of(submission)));
            } catch (RuntimeException failure) {
                submission.receipt().completeExceptionally(failure);
            }
        }
        return unprepared;
    }

    private List<Submission> commitTogether(List<Submission> batch) {
        if (batch.stream().anyMatch(submission -> submission.change().base() > head().revision())) {
            // The client has seen more than this process: it talked to another one.
            catchUp();
        }
        for (int attempt = 0; attempt < MAX_TRIES; attempt++) {
            Batch draft = new Batch(head());
            batch.forEach(submission -> answer(submission, draft));
            if (write(draft)) {
                draft.receipts().forEach((submission, receipt) -> {
                    known.remember(submission.id(), receipt);
                    submission.receipt().complete(receipt);
                });
                draft.failures()
                        .forEach((submission, failure) -> submission.receipt().completeExceptionally(failure));
                return draft.unprepared();
            }
            catchUp();
        }
        throw new RoomUnavailable("Too many others are changing this environment at the same moment.", null);
    }

    /// What goes wrong with one submission is no matter of its neighbours, unless the database is out of reach.
    private void answer(Submission submission, Batch draft) {
        try {
            Optional<Receipt> receipt = known.answer(submission.id()).or(() -> decide(submission, draft));
            receipt.ifPresentOrElse(answer -> draft.answer(submission, answer), () -> draft.putBack(submission));
        } catch (RuntimeException | StackOverflowError failure) {
            if (DatabaseFailure.is(failure)) {
                throw failure;
            }
            draft.fail(submission, failure);
        }
    }

    /// Empty if it has to be prepared first.
    private Optional<Receipt> decide(Submission submission, Batch draft) {
        long revision = draft.revision();
        long base = submission.change().base();
        if (base > revision) {
            return Optional.of(rejected(
                    revision,
                    Outcome.Reason.INVALID,
                    "This change builds on revision %,d, but the environment is at %,d. Load it again."
                            .formatted(base, revision)));
        }
        if (submission.policy() == TextPolicy.REFUSE_UNLESS_NEWEST && base < revision) {
            return Optional.of(stale(
                    revision,
                    "Somebody changed the environment meanwhile: it is at revision %,d. Load it again."
                            .formatted(revision)));
        }
        grants.check(submission.access(), submission.change().edits(), draft.environment());
        Carried carried = submission.carried();
        if (carried.refusal().isPresent()) {
            return Optional.of(Receipt.rejected(revision, carried.refusal().get()));
        }
        if (submission.policy() == TextPolicy.REFUSE_TOUCHED && isTouched(submission, draft)) {
            return Optional.of(stale(revision, TOUCHED));
        }
        if (submission.policy() == TextPolicy.LEAVE_TOUCHED && base < revision) {
            return Optional.of(applyUntouched(submission, draft));
        }
        if (reducer.concerned(carried.edits()).isEmpty()) {
            return Optional.of(apply(submission, carried.edits(), draft));
        }
        return tail.after(carried.revision())
                .map(changes -> carry(submission, draft.effectsAfter(carried.revision(), changes), draft));
    }

    private boolean isTouched(Submission submission, Batch draft) {
        long base = submission.change().base();
        return base < draft.revision()
                && tail.after(base)
                        .map(changes -> reducer.overlaps(
                                draft.environment(), submission.change().edits(), draft.effectsAfter(base, changes)))
                        .orElse(true);
    }

    private Receipt applyUntouched(Submission submission, Batch draft) {
        long base = submission.change().base();
        return tail.after(base)
                .map(changes -> reducer.untouched(
                        draft.environment(), submission.change().edits(), draft.effectsAfter(base, changes)))
                .map(edits -> apply(submission, edits, draft))
                .orElseGet(() -> stale(draft.revision(), TOUCHED));
    }

    private Receipt carry(Submission submission, List<Effect> since, Batch draft) {
        List<Edit> edits = submission.carried().edits();
        return submission.policy() == TextPolicy.REFUSE_STALE && reducer.touches(edits, since)
                ? stale(draft.revision(), TEXT_CHANGED)
                : apply(submission, reducer.carry(edits, since), draft);
    }

    private Receipt apply(Submission submission, List<Edit> edits, Batch draft) {
        long revision = draft.revision();
        boolean concurrent = submission.change().base() < revision;
        Reduction reduction = reducer.reduce(
                draft.environment(), new Proposal(edits, concurrent, submission.restores(), draft.removed()));
        return switch (reduction.outcome()) {
            case Outcome.Rejected rejected -> Receipt.rejected(revision, rejected);
            case Outcome.NoEffect nothing -> Receipt.noEffect(revision, nothing);
            case Outcome.Accepted accepted -> {
                boolean merged = !edits.equals(submission.change().edits());
                Receipt receipt = Receipt.accepted(revision + 1, accepted, merged);
                Entry entry = new Entry(committed(submission, receipt, reduction.summary()), receipt);
                draft.add(entry, accepted.after(), reducer.rows(accepted.effects(), accepted.after()));
                yield receipt;
            }
        };
    }

    private static Receipt stale(long revision, String message) {
        return rejected(revision, Outcome.Reason.STALE, message);
    }

    private static Receipt rejected(long revision, Outcome.Reason reason, String message) {
        return Receipt.rejected(revision, new Outcome.Rejected(-1, reason, message));
    }

    private CommittedChange committed(Submission submission, Receipt receipt, String summary) {
        return new CommittedChange(
                receipt.revision(),
                submission.access().actor().user(),
                submission.access().actor().displayName(),
                submission.access().actor().token(),
                submission.change().client(),
                submission.change().seq(),
                submission.change().step(),
                submission.origin(),
                // As exactly as the log keeps it, so that every process tells the same moment.
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                receipt.effects(),
                summary,
                true);
    }

    private boolean write(Batch draft) {
        if (draft.entries().isEmpty()) {
            return true;
        }
        List<Effect> effects = draft.effects();
        NodeDelta rows = reducer.rows(effects, draft.environment());
        boolean written = metrics.time(effects.size(), () -> store.append(draft.entries(), rows, draft.environment()));
        if (written) {
            publish(draft.changes(), draft.environment());
            draft.milestones().forEach(onMilestone);
        }
        return written;
    }

    /// Reads what other processes committed. Of much, only the document that came of it.
    void catchUp() {
        List<CommittedChange> missed = store.after(head().revision(), READ_AT_ONCE);
        if (missed.size() == READ_AT_ONCE || !replay(missed)) {
            reload();
        }
    }

    /// False if another version of the software did what this one can't follow.
    private boolean replay(List<CommittedChange> missed) {
        try {
            for (CommittedChange change : missed) {
                publish(List.of(change), reducer.next(head().environment(), change));
            }
            return true;
        } catch (RuntimeException unfit) {
            LOG.warn(
                    "Changes after {} can't be replayed, so the document is read anew: {}",
                    head().revision(),
                    unfit.toString());
            return false;
        }
    }

    /// Goes to the newest revision by the stored document, which has what the effects don't tell.
    private void reload() {
        known.forgetClients();
        tail.restart(store.load());
    }

    private void publish(List<CommittedChange> changes, Environment after) {
        known.committed(changes);
        tail.add(changes, after);
    }
}
