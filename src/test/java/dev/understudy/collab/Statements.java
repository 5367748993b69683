package dev.understudy.collab;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;

/// Listens to what is asked of a database, and by whom.
final class Statements implements ExecuteListener {

    private static final long serialVersionUID = 1;

    /// One statement, as text.
    record Asked(String thread, String sql) {

        /// Whether it reads from the log what changes did.
        boolean readsChanges() {
            return sql.startsWith("select") && sql.contains("\"edits\"");
        }

        boolean isInTurn() {
            return thread.startsWith("room-");
        }
    }

    private final transient List<Asked> all = new CopyOnWriteArrayList<>();
    private transient volatile Consumer<Asked> before = _ -> {};

    DSLContext of(DSLContext sql) {
        return DSL.using(sql.configuration().derive(this));
    }

    List<Asked> all() {
        return all;
    }

    /// Called before each of them, on the thread of whoever asks.
    void before(Consumer<Asked> chosen) {
        before = chosen;
    }

    @Override
    public void executeStart(ExecuteContext context) {
        Asked asked = new Asked(Thread.currentThread().getName(), String.valueOf(context.sql()));
        all.add(asked);
        before.accept(asked);
    }
}
