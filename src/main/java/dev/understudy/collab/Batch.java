package dev.understudy.collab;

import dev.understudy.edit.Effect;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The document with what a turn has added so far, not yet written, and what becomes of each submission if it is. One
/// thread.
final class Batch {

    private final long head;
    private Environment environment;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<NodeId> removed = new HashSet<>();
    private final List<Snapshot> milestones = new ArrayList<>();
    private final Map<Submission, Receipt> receipts = new LinkedHashMap<>();
    private final Map<Submission, Throwable> failures = new LinkedHashMap<>();
    private final List<Submission> unprepared = new ArrayList<>();

    Batch(Snapshot head) {
        this.head = head.revision();
        this.environment = head.environment();
    }

    /// That of the last change.
    long revision() {
        return head + entries.size();
    }

    Environment environment() {
        return environment;
    }

    void add(Entry entry, Environment after, NodeDelta rows) {
        entries.add(entry);
        environment = after;
        removed.addAll(rows.removed());
        rows.written().stream().map(Node::id).forEach(removed::remove);
        if (Milestones.isDue(revision())) {
            milestones.add(new Snapshot(revision(), after));
        }
    }

    List<Entry> entries() {
        return entries;
    }

    List<CommittedChange> changes() {
        return entries.stream().map(Entry::committed).toList();
    }

    List<Effect> effects() {
        return changes().stream().flatMap(change -> change.effects().stream()).toList();
    }

    /// All that happened after a revision, given what was committed.
    List<Effect> effectsAfter(long revision, List<CommittedChange> committed) {
        List<Effect> effects = new ArrayList<>();
        committed.forEach(change -> effects.addAll(change.effects()));
        changes().stream()
                .filter(change -> change.revision() > revision)
                .forEach(change -> effects.addAll(change.effects()));
        return effects;
    }

    /// What is gone, and was there at the head or came since.
    Set<NodeId> removed() {
        return removed;
    }

    List<Snapshot> milestones() {
        return milestones;
    }

    void answer(Submission submission, Receipt receipt) {
        receipts.put(submission, receipt);
    }

    void fail(Submission submission, Throwable failure) {
        failures.put(submission, failure);
    }

    void putBack(Submission submission) {
        unprepared.add(submission);
    }

    Map<Submission, Receipt> receipts() {
        return receipts;
    }

    Map<Submission, Throwable> failures() {
        return failures;
    }

    /// Those that nothing can be said about before they are prepared.
    List<Submission> unprepared() {
        return unprepared;
    }
}
