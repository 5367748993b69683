package dev.understudy.history;

import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.Receipt;
import dev.understudy.collab.Room;
import dev.understudy.collab.Rooms;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.team.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Takes committed changes back. That is a new change, rebased over all that came since: nothing of the log is
/// rewritten, and what others did to something else stays. Any thread may call it.
@Component
public class Undo {

    private final Rooms rooms;

    Undo(Rooms rooms) {
        this.rooms = rooms;
    }

    /// Submits the inverse of a change; removed nodes come back under their old ids. Empty if there is no such
    /// revision, or if another version of the software made it and this one can't read all of it.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    public Optional<Receipt> undo(Access access, long revision) {
        return undo(access, revision, "undo-" + UUID.randomUUID());
    }

    /// Like [#undo(Access, long)] for somebody who may have to ask again.
    ///
    /// @param name unlike any other; asked again under the same one it gives the same answer
    public Optional<Receipt> undo(Access access, long revision, String name) {
        Room room = rooms.open(access);
        return room.changes(revision - 1, 1).stream()
                .filter(change -> change.revision() == revision && revision > 1 && change.whole())
                .findFirst()
                .map(change -> room.restore(inverse(change, name), access));
    }

    private static Change inverse(CommittedChange committed, String name) {
        List<Edit> edits = new ArrayList<>();
        committed.effects().reversed().forEach(effect -> edits.addAll(effect.inverse()));
        return new Change(name, 1, committed.revision(), edits);
    }
}
