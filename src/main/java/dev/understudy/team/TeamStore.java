package dev.understudy.team;

import static dev.understudy.db.Tables.TEAM;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.DSLContext;

/// The rows of `team`.
final class TeamStore {

    private final DSLContext sql;

    TeamStore(DSLContext sql) {
        this.sql = sql;
    }

    /// Makes other transactions that call this wait for the end of this one; readers go on.
    void lockAll() {
        sql.execute("lock table team in share row exclusive mode");
    }

    Optional<TeamId> first() {
        return sql.select(TEAM.ID)
                .from(TEAM)
                .orderBy(TEAM.CREATED_AT, TEAM.ID)
                .limit(1)
                .fetchOptional(found -> new TeamId(found.value1()));
    }

    void add(TeamId team, String name, OffsetDateTime at) {
        sql.insertInto(TEAM)
                .set(TEAM.ID, team.value())
                .set(TEAM.NAME, name)
                .set(TEAM.CREATED_AT, at)
                .execute();
    }
}
