package dev.understudy.history;

import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.Origin;
import dev.understudy.collab.Receipt;
import dev.understudy.collab.Room;
import dev.understudy.collab.RoomUnavailable;
import dev.understudy.collab.Snapshot;
import dev.understudy.edit.Change;
import dev.understudy.edit.TakeBack;
import dev.understudy.edit.TakeBack.Whose;
import dev.understudy.environment.NodeId;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.team.Actor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// Takes some changes back, once: made for the document as it is, and again where it moved on meanwhile.
final class Withdrawal {

    private static final int MAX_TRIES = 20;

    private static final String TOO_FAR_BACK = "Too much was changed there since to take it back.";
    private static final String UNREADABLE =
            "A newer version of Understudy made this change, and this one can't take it back.";

    private final Room room;
    private final Access access;
    private final Origin origin;
    private final String what;
    private final String name = "undo-" + UUID.randomUUID();

    Withdrawal(Room room, Access access, Origin origin, String what) {
        this.room = room;
        this.access = access;
        this.origin = origin;
        this.what = what;
    }

    /// Does it.
    ///
    /// @param wanted whether it still is to be done, asked each time before it is tried
    /// @return empty if it is not to be done any more
    Optional<Undone> run(BooleanSupplier wanted) {
        access.require(Action.EDIT);
        for (int attempt = 1; attempt <= MAX_TRIES; attempt++) {
            Snapshot head = room.newest();
            if (!wanted.getAsBoolean()) {
                return Optional.empty();
            }
            Optional<Undone> undone = attempt(attempt, head);
            if (undone.isPresent()) {
                return undone;
            }
        }
        throw new RoomUnavailable("Too many others are changing the same at the same moment. Try again.", null);
    }

    /// Empty if somebody changed the same at the same moment.
    private Optional<Undone> attempt(int number, Snapshot head) {
        Set<NodeId> nodes = new HashSet<>();
        AtomicBoolean whole = new AtomicBoolean(true);
        room.readChanges(origin.takesBack(), change -> {
            nodes.addAll(TakeBack.concerned(change.effects(), head.environment()));
            whole.compareAndSet(true, change.whole());
        });
        if (!whole.get()) {
            return Optional.of(new Undone.Refused(UNREADABLE));
        }
        TakeBack back = new TakeBack(head.environment());
        long before = origin.takesBack().getFirst() - 1;
        if (!room.readChangesOf(
                nodes,
                before,
                head.revision(),
                change -> back.read(whose(change), change.authorName(), change.effects()))) {
            return Optional.of(new Undone.Refused(TOO_FAR_BACK));
        }
        TakeBack.Result result = back.result();
        if (result.inTheWay().isPresent()) {
            return Optional.of(new Undone.InTheWay(what, result.inTheWay().get()));
        }
        if (result.edits().isEmpty()) {
            return Optional.of(new Undone.NothingLeft(what, head.revision(), result.left(), result.alone()));
        }
        Change change = new Change(name, number, head.revision(), result.edits());
        return undone(room.takeBack(change, access, origin), result.left());
    }

    private Optional<Undone> undone(Receipt receipt, List<TakeBack.Left> left) {
        return switch (receipt.kind()) {
            case COMMITTED, ADJUSTED -> Optional.of(new Undone.Done(what, receipt, left));
            case NO_EFFECT -> Optional.of(new Undone.NothingLeft(what, receipt.revision(), left, false));
            case STALE -> Optional.empty();
            case INVALID, TOO_LARGE ->
                Optional.of(new Undone.Refused(receipt.notes().getFirst().message()));
        };
    }

    private Whose whose(CommittedChange change) {
        if (origin.takesBack().contains(change.revision())) {
            return Whose.TAKEN;
        }
        Actor actor = access.actor();
        boolean own = change.author().equals(actor.user()) && change.token().equals(actor.token());
        return own && origin.kind() != Origin.Kind.REVERT ? Whose.SPENT : Whose.OTHERS;
    }
}
