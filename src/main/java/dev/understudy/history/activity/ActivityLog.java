package dev.understudy.history.activity;

import dev.understudy.team.Access;
import dev.understudy.team.Action;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Who changed what and when in an environment, newest first. Any thread may call it; it waits for the database.
@Component
public class ActivityLog {

    /// Entries of one page at most.
    public static final int MAX_ENTRIES = 200;

    private final DSLContext sql;

    ActivityLog(DSLContext sql) {
        this.sql = sql;
    }

    /// The newest entries that pass.
    public ActivityPage newest(Access access, ActivityFilter filter, int max) {
        return before(access, filter, Long.MAX_VALUE, max);
    }

    /// Those before a revision.
    ///
    /// @param max at most [#MAX_ENTRIES]
    /// @throws dev.understudy.team.Forbidden if the actor may not see the environment
    public ActivityPage before(Access access, ActivityFilter filter, long revision, int max) {
        access.require(Action.VIEW);
        return new ActivityStore(sql, access.branch().id()).page(filter, revision, Math.clamp(max, 1, MAX_ENTRIES));
    }
}
