package dev.understudy.history;

import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.Origin;
import dev.understudy.collab.Receipt;
import dev.understudy.collab.Room;
import dev.understudy.collab.RoomUnavailable;
import dev.understudy.collab.Snapshot;
import dev.understudy.collab.TextPolicy;
import dev.understudy.collab.Touch;
import dev.understudy.edit.Change;
import dev.understudy.edit.Since;
import dev.understudy.edit.TakeBack;
import dev.understudy.edit.TakeBack.Whose;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.team.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// Takes some changes back, once: made for the document as it is, and again where it moved on meanwhile.
final class Withdrawal {

    /// What others are at in this very moment is left to them by then: some edits are always on their way.
    private static final int PATIENT_TRIES = 2;

    private static final int MAX_TRIES = 6;

    private static final String TOO_LARGE =
            "This step is too large to be taken back. Go back to how it was before by the activity instead.";
    private static final String TOO_FAR_BACK = "Too much was changed there since to take it back.";
    private static final String UNREADABLE =
            "A newer version of Understudy made this change, and this one can't take it back.";

    private final Room room;
    private final StepStore log;
    private final Access access;
    private final Origin origin;
    private final String what;
    private final String name = "undo-" + UUID.randomUUID();

    Withdrawal(Room room, StepStore log, Access access, Origin origin, String what) {
        this.room = room;
        this.log = log;
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
        Optional<StepReading> step = StepReading.of(room, origin.takesBack());
        if (step.isEmpty()) {
            return Optional.of(new Undone.Refused(TOO_LARGE));
        }
        if (!step.get().isWhole()) {
            return Optional.of(new Undone.Refused(UNREADABLE));
        }
        for (int attempt = 1; attempt <= MAX_TRIES; attempt++) {
            Snapshot head = room.newest();
            if (!wanted.getAsBoolean()) {
                return Optional.empty();
            }
            Optional<Undone> undone = attempt(attempt, step.get(), head);
            if (undone.isPresent()) {
                return undone;
            }
        }
        throw new RoomUnavailable("Too many others are changing the same at the same moment. Try again.", null);
    }

    /// Empty if somebody changed the same at the same moment.
    private Optional<Undone> attempt(int number, StepReading step, Snapshot head) {
        TakeBack back = new TakeBack(head.environment());
        if (!step.tell(
                head.environment(),
                head.revision(),
                counting(),
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
        return number <= PATIENT_TRIES
                ? undone(room.takeBack(change, access, origin, TextPolicy.REFUSE_TOUCHED), result.left())
                : leaveTouched(change, head, result.left());
    }

    private Optional<Undone> leaveTouched(Change change, Snapshot head, List<TakeBack.Left> before) {
        Receipt receipt = room.takeBack(change, access, origin, TextPolicy.LEAVE_TOUCHED);
        long until = receipt.kind().isAccepted() ? receipt.revision() - 1 : receipt.revision();
        List<TakeBack.Left> left = new ArrayList<>(before);
        left.addAll(Meanwhile.left(room, new Since(head.environment()), change.edits(), head.revision(), until));
        return undone(receipt, left);
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

    /// What the actor did later is taken back already, or it would be its turn; but for what was passed over.
    private Predicate<Touch> counting() {
        if (origin.kind() == Origin.Kind.REVERT) {
            return _ -> true;
        }
        Set<Long> passed = log.passedSince(origin.takesBack().getFirst());
        return touch -> !touch.isOf(access.actor()) || passed.contains(touch.revision());
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
