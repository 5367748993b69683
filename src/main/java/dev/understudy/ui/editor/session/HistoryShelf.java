package dev.understudy.ui.editor.session;

import dev.understudy.collab.Snapshot;
import dev.understudy.environment.Environment;
import dev.understudy.history.RemovedNodes;
import dev.understudy.history.activity.ActivityFilter;
import dev.understudy.history.activity.ActivityPage;
import dev.understudy.history.past.Restored;
import dev.understudy.team.Access;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/// What happened in the environment of a page, and the ways back. Takes its time: not with the lock of the UI.
public final class HistoryShelf {

    private final Histories histories;
    private final Supplier<Access> access;

    HistoryShelf(Histories histories, Supplier<Access> access) {
        this.histories = histories;
        this.access = access;
    }

    /// Who changed what, newest first.
    ///
    /// @param before only what came before this revision
    public ActivityPage activity(ActivityFilter filter, long before, int max) {
        return histories.activity().before(access.get(), filter, before, max);
    }

    /// The document at a revision; empty if it can't be read.
    public Optional<Snapshot> at(long revision) {
        return histories.past().at(access.get(), revision);
    }

    /// The newest revision that was there at a moment.
    public OptionalLong revisionAt(Instant moment) {
        return histories.past().revisionAt(access.get(), moment);
    }

    /// Brings back how it was, by a new change, but for what others changed since `seen`.
    public SubmitResult restore(Environment to, Snapshot seen) {
        return result(histories.restoration().restore(access.get(), to, Set.of(), seen), seen.environment());
    }

    /// What was removed and can be brought back.
    public List<RemovedNodes.Removal> removed() {
        return histories.removed().list(access.get());
    }

    private static SubmitResult result(Restored restored, Environment environment) {
        return switch (restored) {
            case Restored.Done(var receipt, var left) ->
                new SubmitResult.Done(receipt.revision(), UndoWords.left(left, environment));
            case Restored.Nothing(long _, var left) -> new SubmitResult.Nothing(UndoWords.left(left, environment));
            case Restored.Refused(String why) -> new SubmitResult.Refused(why);
        };
    }
}
