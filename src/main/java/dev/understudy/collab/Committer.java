package dev.understudy.collab;

import dev.understudy.edit.Apply;
import dev.understudy.edit.Edit;
import dev.understudy.edit.Effect;
import dev.understudy.edit.Outcome;
import dev.understudy.edit.Rebase;
import dev.understudy.edit.Replay;
import dev.understudy.environment.Environment;
import dev.understudy.environment.NodeId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commits batches of submissions to one branch: known ones get their first answer, the others are rebased and
/// applied one after the other and written in one transaction. If another process was faster, what it committed
/// is read and the batch is tried again.
///
/// [#commit] and [#catchUp] are called by one thread at a time (the room sees to it), the rest by any.
final class Committer {

    private static final int MAX_TRIES = 50;
    private static final int READ_AT_ONCE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

    /// The document with what the batch has added so far, not yet written.
    private static final class Draft {
        private Environment environment;
        private final List<Entry> entries = new ArrayList<>();
        private final Map<Submission, Receipt> receipts = new LinkedHashMap<>();

        Draft(Environment environment) {
            this.environment = environment;
        }
    }

    private final ChangeStore store;
    private final Clock clock;
    private final CommitMetrics metrics;
    private final KnownSubmissions known;
    private final Tail tail = new Tail();
    private final Set<NodeId> removedIds;
    private volatile Snapshot head;

    Committer(ChangeStore store, Clock clock, CommitMetrics metrics) {
        this.store = store;
        this.clock = clock;
        this.metrics = metrics;
        this.known = new KnownSubmissions(store);
        ChangeStore.Loaded loaded = store.load();
        this.removedIds = new HashSet<>(loaded.removedIds());
        this.head = new Snapshot(loaded.revision(), loaded.environment());
    }

    Snapshot head() {
        return head;
    }

    List<CommittedChange> changes(long after, int max) {
        Optional<List<CommittedChange>> inMemory;
        synchronized (tail) {
            inMemory = tail.after(after, head.revision());
        }
        return inMemory.map(changes -> changes.subList(0, Math.min(max, changes.size())))
                .orElseGet(() -> store.after(after, max));
    }

    List<CommittedChange> removals(int max) {
        return store.removals(max);
    }

    void commit(List<Submission> batch) {
        if (batch.stream().anyMatch(submission -> submission.change().base() > head.revision())) {
            // The client has seen more than this process: it talked to another one.
            catchUp();
        }
        for (int attempt = 0; attempt < MAX_TRIES; attempt++) {
            Draft draft = new Draft(head.environment());
            batch.forEach(submission -> answer(submission, draft));
            if (write(draft)) {
                draft.receipts.forEach((submission, receipt) -> {
                    known.remember(submission.id(), receipt);
                    submission.receipt().complete(receipt);
                });
                return;
            }
            catchUp();
        }
        throw new RoomUnavailable("Too many others are changing this environment at the same moment.", null);
    }

    void catchUp() {
        List<CommittedChange> missed;
        do {
            missed = store.after(head.revision(), READ_AT_ONCE);
            if (!missed.isEmpty() && !replay(missed)) {
                reload();
                return;
            }
        } while (missed.size() == READ_AT_ONCE);
    }

    /// False if another version of the software did what this one can't follow.
    private boolean replay(List<CommittedChange> missed) {
        try {
            for (CommittedChange change : missed) {
                if (!change.whole()) {
                    return false;
                }
                publish(List.of(change), Replay.next(head.environment(), change.effects()));
            }
            return true;
        } catch (RuntimeException unfit) {
            LOG.warn("Changes after {} can't be replayed, so the document is read anew", head.revision(), unfit);
            return false;
        }
    }

    /// Goes to the newest revision by the stored document, which has what the effects don't tell.
    private void reload() {
        ChangeStore.Loaded loaded = store.load();
        List<CommittedChange> missed = new ArrayList<>();
        long position = head.revision();
        while (position < loaded.revision()) {
            long last = loaded.revision();
            store.after(position, READ_AT_ONCE).stream()
                    .filter(change -> change.revision() <= last)
                    .forEach(missed::add);
            position = missed.getLast().revision();
        }
        removedIds.addAll(loaded.removedIds());
        publish(missed, loaded.environment());
    }

    private boolean write(Draft draft) {
        if (draft.entries.isEmpty()) {
            return true;
        }
        List<CommittedChange> changes =
                draft.entries.stream().map(Entry::committed).toList();
        List<Effect> effects =
                changes.stream().flatMap(change -> change.effects().stream()).toList();
        NodeDelta delta = NodeDelta.of(effects, draft.environment);
        boolean written = metrics.time(effects.size(), () -> store.append(draft.entries, delta, draft.environment));
        if (written) {
            publish(changes, draft.environment);
        }
        return written;
    }

    private void publish(List<CommittedChange> changes, Environment after) {
        for (CommittedChange change : changes) {
            NodeDelta delta = NodeDelta.of(change.effects(), after);
            removedIds.addAll(delta.removed());
            delta.written().forEach(node -> removedIds.remove(node.id()));
        }
        known.committed(changes);
        synchronized (tail) {
            changes.forEach(tail::add);
            head = new Snapshot(changes.getLast().revision(), after);
        }
    }

    private void answer(Submission submission, Draft draft) {
        Optional<Receipt> first = known.answer(submission.id())
                .or(() -> draft.receipts.entrySet().stream()
                        .filter(earlier -> earlier.getKey().id().equals(submission.id()))
                        .map(Map.Entry::getValue)
                        .findFirst());
        draft.receipts.put(submission, first.orElseGet(() -> decide(submission, draft)));
    }

    private Receipt decide(Submission submission, Draft draft) {
        long revision = head.revision() + draft.entries.size();
        long base = submission.change().base();
        if (base > revision) {
            String message = "This change builds on revision %,d, but the environment is at %,d. Load it again."
                    .formatted(base, revision);
            return Receipt.rejected(revision, new Outcome.Rejected(-1, Outcome.Reason.INVALID, message));
        }
        if (submission.policy() == TextPolicy.REFUSE_UNLESS_NEWEST && base < revision) {
            String message = "Somebody changed the environment meanwhile: it is at revision %,d. Load it again."
                    .formatted(revision);
            return Receipt.rejected(revision, new Outcome.Rejected(-1, Outcome.Reason.STALE, message));
        }
        List<Effect> since = effectsSince(base, draft);
        if (submission.policy() == TextPolicy.REFUSE_STALE
                && isStale(submission.change().edits(), since)) {
            String message = "The text changed meanwhile. Make the change again on top of what is there now.";
            return Receipt.rejected(revision, new Outcome.Rejected(-1, Outcome.Reason.STALE, message));
        }
        List<Edit> edits = Rebase.over(submission.change().edits(), since);
        Predicate<NodeId> retired = submission.restores() ? _ -> false : removedIds::contains;
        return switch (Apply.apply(draft.environment, edits, retired, base < revision)) {
            case Outcome.Rejected rejected -> Receipt.rejected(revision, rejected);
            case Outcome.NoEffect nothing -> Receipt.noEffect(revision, nothing);
            case Outcome.Accepted accepted -> {
                boolean merged = !edits.equals(submission.change().edits());
                Receipt receipt = Receipt.accepted(revision + 1, accepted, merged);
                draft.entries.add(new Entry(committed(submission, receipt, accepted, draft.environment), receipt));
                draft.environment = accepted.after();
                yield receipt;
            }
        };
    }

    private CommittedChange committed(
            Submission submission, Receipt receipt, Outcome.Accepted accepted, Environment before) {
        return new CommittedChange(
                receipt.revision(),
                submission.author().user(),
                submission.author().displayName(),
                submission.change().client(),
                submission.change().seq(),
                // As exactly as the log keeps it, so that every process tells the same moment.
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                receipt.effects(),
                ChangeSummary.of(receipt.effects(), before, accepted.after(), removedIds::contains),
                true);
    }

    private List<Effect> effectsSince(long base, Draft draft) {
        List<Effect> effects = new ArrayList<>();
        long position = base;
        while (position < head.revision()) {
            List<CommittedChange> changes = changes(position, READ_AT_ONCE);
            changes.forEach(change -> effects.addAll(change.effects()));
            position = changes.getLast().revision();
        }
        draft.entries.stream()
                .filter(entry -> entry.committed().revision() > base)
                .forEach(entry -> effects.addAll(entry.committed().effects()));
        return effects;
    }

    private static boolean isStale(List<Edit> edits, List<Effect> since) {
        return edits.stream().anyMatch(edit -> edit instanceof Edit.Splice splice && Rebase.touches(splice, since));
    }
}
