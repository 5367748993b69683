package dev.understudy.history;

import dev.understudy.collab.Room;
import dev.understudy.edit.Edit;
import dev.understudy.edit.Since;
import dev.understudy.edit.TakeBack;
import java.util.List;

/// What was changed while somebody's edits were on their way to the room, which left out what was touched by that
/// ([dev.understudy.collab.TextPolicy#LEAVE_TOUCHED]).
public final class Meanwhile {

    private Meanwhile() {}

    /// What stays of a wish as others made it.
    ///
    /// @param since knows what came up to `after`
    /// @param until the revision before that of the edits
    public static List<TakeBack.Left> left(Room room, Since since, List<Edit> wanted, long after, long until) {
        if (until > after) {
            room.changes(after, Math.toIntExact(until - after))
                    .forEach(change -> since.read(change.authorName(), change.effects()));
            since.at(room.snapshot().environment());
            since.withoutTouched(wanted);
        }
        return since.left();
    }
}
