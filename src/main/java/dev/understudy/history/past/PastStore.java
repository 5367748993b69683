package dev.understudy.history.past;

import static dev.understudy.db.Tables.BRANCH;
import static dev.understudy.db.Tables.CHANGE;

import dev.understudy.environment.BranchId;
import java.time.Instant;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/// Finds moments in the log of a branch.
final class PastStore {

    private final DSLContext sql;
    private final BranchId branch;

    PastStore(DSLContext sql, BranchId branch) {
        this.sql = sql;
        this.branch = branch;
    }

    /// The newest revision that was there at a moment; empty if there was none yet. Revisions have no gaps, so halving
    /// the log finds it with a few looks and no index of times. Where clocks of processes differ it is one of those
    /// next to the moment.
    OptionalLong revisionAt(Instant moment) {
        long low = 0;
        long high = sql.select(BRANCH.REVISION)
                .from(BRANCH)
                .where(BRANCH.ID.eq(branch.value()))
                .fetchSingle(row -> row.value1());
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (at(middle).isAfter(moment)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low == 0 ? OptionalLong.empty() : OptionalLong.of(low);
    }

    private Instant at(long revision) {
        return sql.select(CHANGE.AT)
                .from(CHANGE)
                .where(CHANGE.BRANCH_ID.eq(branch.value()))
                .and(CHANGE.REVISION.eq(revision))
                .fetchSingle(row -> row.value1())
                .toInstant();
    }
}
