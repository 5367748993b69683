package dev.understudy.history.past;

import dev.understudy.collab.Origin;
import dev.understudy.collab.Receipt;
import dev.understudy.collab.Room;
import dev.understudy.collab.RoomUnavailable;
import dev.understudy.collab.Rooms;
import dev.understudy.collab.Snapshot;
import dev.understudy.collab.TextPolicy;
import dev.understudy.collab.Touch;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.edit.Since;
import dev.understudy.environment.Environment;
import dev.understudy.environment.NodeId;
import dev.understudy.history.Meanwhile;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Brings an environment, or some of its nodes, back to how it was: by a new change, which can be taken back like any
/// other. What others changed after the document that somebody decided by stays as they made it. Any thread may call
/// it;
/// it waits for the database.
@Component
public class Restoration {

    private static final int MAX_TRIES = 5;
    private static final String TOO_MUCH_SINCE =
            "Too much has changed since you looked. Look again at what would change, then restore.";

    private final Rooms rooms;

    Restoration(Rooms rooms) {
        this.rooms = rooms;
    }

    /// Goes back.
    ///
    /// @param to the document that is wanted, from [Past#at]
    /// @param nodes which of its nodes, with what is below them; all of them if empty
    /// @param seen the document that somebody decided by: what is different there is brought back
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    /// @throws RoomUnavailable if it can't be done now
    public Restored restore(Access access, Environment to, Set<NodeId> nodes, Snapshot seen) {
        access.require(Action.EDIT);
        Room room = rooms.open(access);
        List<Edit> edits = new Selection(seen.environment(), to, nodes).of(Likeness.edits(seen.environment(), to));
        String client = "restore-" + UUID.randomUUID();
        for (int attempt = 1; attempt <= MAX_TRIES; attempt++) {
            Optional<Restored> restored = attempt(room, access, new Change(client, attempt, 0, edits), seen);
            if (restored.isPresent()) {
                return restored.get();
            }
        }
        throw new RoomUnavailable("Too many others are changing the same at the same moment. Try again.", null);
    }

    /// Empty if so much was changed at the same moment that the room does not remember it.
    private Optional<Restored> attempt(Room room, Access access, Change wanted, Snapshot seen) {
        Snapshot head = room.newest();
        Since since = new Since(head.environment());
        if (head.revision() > seen.revision() && !read(room, wanted, seen, head, since)) {
            return Optional.of(new Restored.Refused(TOO_MUCH_SINCE));
        }
        List<Edit> edits = since.withoutTouched(wanted.edits());
        if (edits.isEmpty()) {
            return Optional.of(new Restored.Nothing(head.revision(), since.left()));
        }
        Change change = new Change(wanted.client(), wanted.seq(), head.revision(), edits);
        Receipt receipt = room.takeBack(change, access, Origin.MADE, TextPolicy.LEAVE_TOUCHED);
        return switch (receipt.kind()) {
            case COMMITTED, ADJUSTED ->
                Optional.of(new Restored.Done(
                        receipt, Meanwhile.left(room, since, wanted.edits(), head.revision(), receipt.revision() - 1)));
            case NO_EFFECT ->
                Optional.of(new Restored.Nothing(
                        receipt.revision(),
                        Meanwhile.left(room, since, wanted.edits(), head.revision(), receipt.revision())));
            case STALE -> Optional.empty();
            case INVALID, TOO_LARGE ->
                Optional.of(new Restored.Refused(receipt.notes().getFirst().message()));
        };
    }

    /// False if too much was changed.
    private static boolean read(Room room, Change wanted, Snapshot seen, Snapshot head, Since since) {
        Set<NodeId> nodes = concerned(wanted.edits(), head.environment());
        return room.touches(nodes, seen.revision(), head.revision())
                .filter(touches -> room.readChangesOf(
                        nodes,
                        touches.stream().map(Touch::revision).toList(),
                        change -> since.read(change.authorName(), change.effects())))
                .isPresent();
    }

    /// What must not have changed since: the nodes themselves, what goes with them, and where they go.
    private static Set<NodeId> concerned(List<Edit> edits, Environment head) {
        Set<NodeId> nodes = new HashSet<>();
        for (Edit edit : edits) {
            nodes.add(edit.node());
            switch (edit) {
                case Edit.Remove(NodeId node) -> {
                    if (head.contains(node)) {
                        head.subtree(node).forEach(below -> nodes.add(below.id()));
                    }
                }
                case Edit.Add add when add.parent() != null -> nodes.add(add.parent());
                case Edit.Move move -> nodes.add(move.parent());
                case Edit.Add _, Edit.Set _, Edit.Splice _ -> {}
            }
        }
        return nodes;
    }
}
