package dev.understudy.collab;

import dev.understudy.environment.BranchId;
import dev.understudy.team.Access;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.jooq.DSLContext;

/// A room beside those of a process, made of parts that a test chooses.
final class RoomParts {

    private final DSLContext sql;
    private final BranchId branch;
    private final ChangeStore store;
    private Reducer reducer;
    private Grants grants = TestProcess.GRANTS;
    private int maxBehind = Preparation.MAX_BEHIND;

    private RoomParts(DSLContext sql, BranchId branch) {
        this.sql = sql;
        this.branch = branch;
        this.store = new ChangeStore(sql, branch);
        this.reducer = new DocumentReducer(nodes()::removed);
    }

    static RoomParts of(DSLContext sql, Access access) {
        return new RoomParts(sql, access.branch().id());
    }

    Reducer reducer() {
        return reducer;
    }

    RoomParts with(Reducer chosen) {
        reducer = chosen;
        return this;
    }

    RoomParts with(Grants chosen) {
        grants = chosen;
        return this;
    }

    RoomParts maxBehind(int chosen) {
        maxBehind = chosen;
        return this;
    }

    Room room() {
        Milestones milestones = new Milestones(new MilestoneStore(sql, branch), store::after, new Semaphore(2));
        Sequencer sequencer = new Sequencer(
                store,
                reducer,
                grants,
                Clock.systemUTC(),
                new CommitMetrics(new SimpleMeterRegistry()),
                milestones::keepLater);
        Preparation preparation = new Preparation(nodes(), reducer, sequencer, new Semaphore(2), maxBehind);
        return new Room(branch, store, sequencer, preparation, milestones, TestProcess.ANSWER_WITHIN, _ -> {});
    }

    private NodeLogStore nodes() {
        return new NodeLogStore(sql, branch);
    }
}
