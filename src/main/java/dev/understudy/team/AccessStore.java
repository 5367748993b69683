package dev.understudy.team;

import static dev.understudy.db.Tables.BRANCH;
import static dev.understudy.db.Tables.ENVIRONMENT;
import static dev.understudy.db.Tables.MEMBER;
import static dev.understudy.db.Tables.TEAM;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.EnvironmentId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// Reads environments and teams, always joined with the membership of whoever asks.
final class AccessStore {

    /// What somebody is to an environment, which is at its branch `main`: a member of its team.
    record Place(Branch branch, Role role) {}

    private final DSLContext sql;

    AccessStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Place> find(UserId user, EnvironmentId environment, boolean inTrash) {
        return sql.select(MEMBER.TEAM_ID, MEMBER.ROLE, BRANCH.ID)
                .from(ENVIRONMENT)
                .join(BRANCH)
                .on(BRANCH.ENVIRONMENT_ID.eq(ENVIRONMENT.ID), BRANCH.NAME.eq("main"))
                .join(MEMBER)
                .on(MEMBER.TEAM_ID.eq(ENVIRONMENT.TEAM_ID))
                .where(ENVIRONMENT.ID.eq(environment.value()))
                .and(inTrash ? ENVIRONMENT.DELETED_AT.isNotNull() : ENVIRONMENT.DELETED_AT.isNull())
                .and(MEMBER.USER_ID.eq(user.value()))
                .fetchOptional(found -> new Place(
                        new Branch(new BranchId(found.value3()), environment, new TeamId(found.value1())),
                        Role.ofWord(found.value2())));
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
