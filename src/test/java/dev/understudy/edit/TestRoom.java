package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The smallest thing that puts changes in order: knows repeated ones, carries the others to the head, applies
/// them and keeps the log. One thread.
final class TestRoom {

    private static final int AT_ONCE = 2;

    /// A committed change and the document that it made.
    record Commit(long revision, Change change, List<Effect> effects, Environment after) {}

    /// @param merged whether the edits had to be carried over others'
    record Answer(long revision, Outcome outcome, boolean merged) {

        String word() {
            return switch (outcome) {
                case Outcome.Committed _ -> merged ? "adjusted" : "committed";
                case Outcome.Adjusted _ -> "adjusted";
                case Outcome.NoEffect _ -> "no-effect";
                case Outcome.Rejected _ -> "rejected";
            };
        }
    }

    private record Submission(String client, long seq) {}

    private final Environment first;
    private final List<Commit> log = new ArrayList<>();
    private final Map<Submission, Answer> answers = new HashMap<>();
    private final Set<NodeId> removed = new HashSet<>();

    TestRoom(Environment first) {
        this.first = first;
    }

    Answer submit(Change change) {
        Submission submission = new Submission(change.client(), change.seq());
        if (!answers.containsKey(submission)) {
            answers.put(submission, decide(change));
        }
        return answers.get(submission);
    }

    long revision() {
        return log.size();
    }

    Environment head() {
        return at(revision());
    }

    Environment at(long revision) {
        return revision == 0 ? first : log.get((int) revision - 1).after();
    }

    List<Commit> since(long revision) {
        return log.subList((int) revision, log.size());
    }

    /// In parts and over what concerns them only, as a room does it that can't have the whole log in memory.
    private List<Edit> carried(Change change) {
        Set<NodeId> concerned = Rebase.concerned(change.edits());
        List<Effect> since = since(change.base()).stream()
                .flatMap(commit -> commit.effects().stream())
                .filter(effect -> concerned.contains(effect.edit().node()))
                .toList();
        List<Edit> edits = change.edits();
        for (int from = 0; from < since.size(); from += AT_ONCE) {
            edits = Rebase.over(edits, since.subList(from, Math.min(from + AT_ONCE, since.size())));
        }
        return edits;
    }

    private Answer decide(Change change) {
        List<Edit> edits = carried(change);
        Outcome outcome = Apply.apply(head(), edits, removed::contains, change.base() < revision());
        if (outcome instanceof Outcome.Accepted accepted) {
            log.add(new Commit(revision() + 1, change, accepted.effects(), accepted.after()));
            for (Effect effect : accepted.effects()) {
                if (effect.edit() instanceof Edit.Remove) {
                    effect.inverse().forEach(add -> removed.add(add.node()));
                }
            }
        }
        return new Answer(revision(), outcome, !edits.equals(change.edits()));
    }
}
