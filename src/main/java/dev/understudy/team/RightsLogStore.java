package dev.understudy.team;

import static dev.understudy.db.Tables.RIGHTS_CHANGE;
import static dev.understudy.db.Tables.RIGHTS_HEAD;

import dev.understudy.db.tables.records.RightsChangeRecord;
import dev.understudy.environment.EnvironmentId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;

/// The rows of `rights_change`, which triggers of the database write.
final class RightsLogStore {

    private final DSLContext sql;

    RightsLogStore(DSLContext sql) {
        this.sql = sql;
    }

    /// The number of the last line.
    long head() {
        return sql.select(RIGHTS_HEAD.ID).from(RIGHTS_HEAD).fetchSingle().value1();
    }

    /// The lines after one of them up to another, oldest first. Old ones may be gone.
    List<RightsChange> between(long after, long until) {
        return sql.selectFrom(RIGHTS_CHANGE)
                .where(RIGHTS_CHANGE.ID.gt(after))
                .and(RIGHTS_CHANGE.ID.le(until))
                .orderBy(RIGHTS_CHANGE.ID)
                .fetch(RightsLogStore::change);
    }

    void forgetBefore(OffsetDateTime limit) {
        sql.deleteFrom(RIGHTS_CHANGE).where(RIGHTS_CHANGE.AT.lt(limit)).execute();
    }

    private static RightsChange change(RightsChangeRecord line) {
        if (line.getEnvironmentId() != null) {
            return new RightsChange.OfEnvironment(new EnvironmentId(line.getEnvironmentId()));
        }
        if (line.getUserId() == null) {
            return new RightsChange.OfAnything();
        }
        UserId user = new UserId(line.getUserId());
        return line.getTeamId() == null
                ? new RightsChange.OfAccount(user)
                : new RightsChange.OfMember(new TeamId(line.getTeamId()), user);
    }
}
