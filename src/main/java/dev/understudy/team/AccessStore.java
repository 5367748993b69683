package dev.understudy.team;

import static dev.understudy.db.Tables.ENVIRONMENT;
import static dev.understudy.db.Tables.MEMBER;
import static dev.understudy.db.Tables.TEAM;

import dev.understudy.environment.EnvironmentId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// Reads environments and teams, always joined with the membership of whoever asks.
final class AccessStore {

    /// What somebody is to an environment: a member of its team.
    record Place(TeamId team, Role role) {}

    private final DSLContext sql;

    AccessStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Place> find(UserId user, EnvironmentId environment, boolean inTrash) {
        return sql.select(MEMBER.TEAM_ID, MEMBER.ROLE)
                .from(ENVIRONMENT)
                .join(MEMBER)
                .on(MEMBER.TEAM_ID.eq(ENVIRONMENT.TEAM_ID))
                .where(ENVIRONMENT.ID.eq(environment.value()))
                .and(inTrash ? ENVIRONMENT.DELETED_AT.isNotNull() : ENVIRONMENT.DELETED_AT.isNull())
                .and(MEMBER.USER_ID.eq(user.value()))
                .fetchOptional(found -> new Place(new TeamId(found.value1()), Role.ofWord(found.value2())));
    }

    List<TeamAccess> teams(Actor actor) {
        return sql.select(TEAM.ID, TEAM.NAME, MEMBER.ROLE)
                .from(MEMBER)
                .join(TEAM)
                .on(TEAM.ID.eq(MEMBER.TEAM_ID))
                .where(MEMBER.USER_ID.eq(actor.user().value()))
                .orderBy(TEAM.NAME, TEAM.ID)
                .fetch(found ->
                        new TeamAccess(new TeamId(found.value1()), found.value2(), actor, Role.ofWord(found.value3())));
    }
}
