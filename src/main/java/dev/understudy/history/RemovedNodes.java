package dev.understudy.history;

import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.Room;
import dev.understudy.collab.Rooms;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.team.Access;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// What was removed from an environment and can be brought back: the trash of a room. Any thread may call it.
@Component
public class RemovedNodes {

    /// Removals that are listed at most, the newest first.
    public static final int MAX_LISTED = 200;

    /// One removal. [Undo#undo] with its revision brings it back.
    ///
    /// @param what in words, such as "removed GET /orders"
    public record Removal(long revision, Instant at, String byName, String what) {}

    private final Rooms rooms;

    RemovedNodes(Rooms rooms) {
        this.rooms = rooms;
    }

    /// The removals of which something is still gone, newest first.
    public List<Removal> list(Access access) {
        Room room = rooms.open(access);
        Environment now = room.snapshot().environment();
        return room.removals(MAX_LISTED).stream()
                .filter(change -> isStillGone(change, now))
                .map(change -> new Removal(change.revision(), change.at(), change.authorName(), change.summary()))
                .toList();
    }

    private static boolean isStillGone(CommittedChange change, Environment now) {
        return change.effects().stream()
                .anyMatch(effect -> effect.edit() instanceof Edit.Remove remove && !now.contains(remove.node()));
    }
}
