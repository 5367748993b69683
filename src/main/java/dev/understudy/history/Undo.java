package dev.understudy.history;

import dev.understudy.collab.Origin;
import dev.understudy.collab.Room;
import dev.understudy.collab.Rooms;
import dev.understudy.team.Access;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Takes committed changes back. That is a new change on top of all that came since: nothing of the log is rewritten,
/// and what others did stays. Any thread may call it; it waits for the database.
@Component
public class Undo {

    private static final String GENESIS = "What an environment was made with can't be taken back.";

    private final Rooms rooms;
    private final DSLContext sql;

    Undo(Rooms rooms, DSLContext sql) {
        this.rooms = rooms;
        this.sql = sql;
    }

    /// What the actor's next undo takes back, or their next redo does again. What somebody does by a token is a
    /// history of its own.
    public Optional<Step> next(Access access, Step.Direction direction) {
        StepStore log = log(access);
        return switch (direction) {
            case UNDO ->
                step(
                        direction,
                        StepSearch.undoable(log.newestFirst(access.actor())),
                        changes ->
                                named(changes.stream().map(OwnChange::summary).toList()));
            case REDO ->
                step(
                        direction,
                        StepSearch.redoable(log.newestFirst(access.actor())),
                        changes ->
                                named(log.summaries(changes.getFirst().origin().takesBack())));
        };
    }

    private static Optional<Step> step(
            Step.Direction direction, List<OwnChange> newestFirst, Function<List<OwnChange>, String> what) {
        if (newestFirst.isEmpty()) {
            return Optional.empty();
        }
        List<Long> revisions =
                newestFirst.reversed().stream().map(OwnChange::revision).toList();
        return Optional.of(new Step(direction, revisions, what.apply(newestFirst)));
    }

    /// Takes back what [#next] gave, or what comes before it if that adds up to nothing. Asked for the same again it
    /// does nothing more.
    ///
    /// @return empty if it is taken back already
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    /// @throws dev.understudy.collab.RoomUnavailable if it can't be done now
    public Optional<Undone> take(Access access, Step step) {
        Origin.Kind kind = switch (step.direction()) {
            case UNDO -> Origin.Kind.UNDO;
            case REDO -> Origin.Kind.REDO;
        };
        Optional<Undone> undone = new Withdrawal(
                        rooms.open(access), log(access), access, new Origin(kind, step.revisions()), step.what())
                .run(() -> next(access, step.direction())
                        .filter(next -> next.revisions().equals(step.revisions()))
                        .isPresent());
        if (undone.isEmpty() || undone.get() instanceof Undone.Done) {
            return undone;
        }
        // Else nobody could ever come to what was before.
        log(access).pass(step.revisions());
        return undone.get() instanceof Undone.NothingLeft nothing && nothing.alone()
                ? next(access, step.direction())
                        .flatMap(before -> take(access, before))
                        .or(() -> undone)
                : undone;
    }

    /// Takes back one change of anybody, whatever they did since. What the actor would undo next anyway is undone.
    /// Empty if there is no such revision.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    /// @throws dev.understudy.collab.RoomUnavailable if it can't be done now
    public Optional<Undone> revert(Access access, long revision) {
        return revert(access, List.of(revision));
    }

    /// Like [#revert(Access, long)] for several changes together, in order. Empty if one of them is not there.
    public Optional<Undone> revert(Access access, List<Long> revisions) {
        Room room = rooms.open(access);
        if (revisions.getFirst() == 1) {
            return Optional.of(new Undone.Refused(GENESIS));
        }
        Optional<Step> next = next(access, Step.Direction.UNDO)
                .filter(step -> step.revisions().equals(revisions));
        if (next.isPresent()) {
            return take(access, next.get());
        }
        List<String> summaries = log(access).summaries(revisions);
        if (summaries.size() < revisions.size()) {
            return Optional.empty();
        }
        Origin origin = new Origin(Origin.Kind.REVERT, revisions);
        return new Withdrawal(room, log(access), access, origin, named(summaries)).run(() -> true);
    }

    /// What changes are about, in as many words as a button has room for: "Body of GET /orders and 2 more".
    private static String named(List<String> summaries) {
        long others = summaries.stream().distinct().count() - 1;
        return others == 0 ? summaries.getFirst() : "%s and %,d more".formatted(summaries.getFirst(), others);
    }

    private StepStore log(Access access) {
        return new StepStore(sql, access.branch().id());
    }
}
