package dev.understudy.history;

import dev.understudy.collab.Receipt;
import dev.understudy.collab.Rooms;
import dev.understudy.team.Access;
import java.util.List;

/// History without a Spring context.
public final class TestHistory {

    private TestHistory() {}

    public static Receipt undo(Rooms rooms, Access access, long revision) {
        return new Undo(rooms).undo(access, revision).orElseThrow();
    }

    public static List<RemovedNodes.Removal> removed(Rooms rooms, Access access) {
        return new RemovedNodes(rooms).list(access);
    }
}
