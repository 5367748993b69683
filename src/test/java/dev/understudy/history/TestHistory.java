package dev.understudy.history;

import dev.understudy.collab.Receipt;
import dev.understudy.collab.Rooms;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Schema;
import dev.understudy.mock.MockFixture;
import dev.understudy.team.Access;
import java.util.List;
import org.jooq.DSLContext;

/// History without a Spring context.
public final class TestHistory {

    private TestHistory() {}

    /// A document with something of everything.
    public static Environment parcels() {
        return new MockFixture()
                .setting(Schema.ENVIRONMENT_NAME, "Parcels")
                .route("get", "one", "first")
                .response(404, "none")
                .header("X-A", "1")
                .folder(true)
                .route("post", "two", "second")
                .endOfFolder()
                .bucket("b1", "Parcels", "[]")
                .environment();
    }

    /// Takes back one change of anybody.
    public static Receipt revert(Rooms rooms, DSLContext sql, Access access, long revision) {
        return switch (new Undo(rooms, sql).revert(access, revision).orElseThrow()) {
            case Undone.Done(var _, Receipt receipt, var _) -> receipt;
            case Undone.NothingLeft _, Undone.InTheWay _, Undone.Refused _ ->
                throw new IllegalStateException("Revision " + revision + " could not be taken back");
        };
    }

    public static Undo undo(Rooms rooms, DSLContext sql) {
        return new Undo(rooms, sql);
    }

    public static List<RemovedNodes.Removal> removed(Rooms rooms, Access access) {
        return new RemovedNodes(rooms).list(access);
    }
}
