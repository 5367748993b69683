package dev.understudy.team;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.BRANCH;
import static dev.understudy.db.Tables.ENVIRONMENT;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.server.Notifications;
import dev.understudy.server.TestDatabase;
import dev.understudy.server.TestNotifications;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;

/// Teams, people and bare environments in a database of its own, for tests of what they may do.
public final class TestPeople {

    public final TestDatabase database = TestDatabase.fresh();
    public final DSLContext sql = database.dsl();
    /// Never started: what is told stays within this process.
    public final Notifications notifications = new Notifications(sql, TestNotifications.address(database));
    public final TestClock clock = new TestClock();
    public final TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());
    public final Secrets secrets = new Secrets(new SecureRandom());
    public final AuditLog audit = new AuditLog(clock, ids);
    public final RightsLog rights = new RightsLog(sql, clock, notifications, () -> clock.millis() * 1_000_000);
    public final Accesses accesses = new Accesses(sql, rights);
    public final Teams teams = new Teams(clock, ids, audit);
    public final Members members = new Members(sql, audit, rights);
    public final Invitations invitations = new Invitations(sql, clock, ids, secrets, audit, rights);

    public TeamId team(String name) {
        return sql.transactionResult(transaction -> teams.create(transaction.dsl(), name));
    }

    /// Somebody new at a browser.
    public Actor person(String displayName) {
        Actor actor = TestAccess.actor(displayName);
        sql.insertInto(APP_USER)
                .set(APP_USER.ID, actor.user().value())
                .set(APP_USER.EMAIL, actor.email())
                .set(APP_USER.DISPLAY_NAME, actor.displayName())
                .set(APP_USER.PASSWORD_HASH, "")
                .set(APP_USER.CREATED_AT, now())
                .execute();
        return actor;
    }

    /// Somebody new at a browser who is in the team.
    public Actor member(String displayName, TeamId team, Role role) {
        Actor actor = person(displayName);
        new MemberStore(sql).add(team, actor.user(), role, now());
        return actor;
    }

    public TeamAccess access(Actor actor, TeamId team) {
        return accesses.team(actor, team).orElseThrow();
    }

    public EnvironmentId environment(TeamId team, String name) {
        UUID id = ids.next();
        sql.insertInto(ENVIRONMENT)
                .set(ENVIRONMENT.ID, id)
                .set(ENVIRONMENT.TEAM_ID, team.value())
                .set(ENVIRONMENT.NAME, name)
                .set(ENVIRONMENT.CREATED_BY, UserId.SERVER.value())
                .set(ENVIRONMENT.CREATED_AT, now())
                .execute();
        sql.insertInto(BRANCH)
                .set(BRANCH.ID, ids.next())
                .set(BRANCH.ENVIRONMENT_ID, id)
                .set(BRANCH.NAME, "main")
                .execute();
        return new EnvironmentId(id);
    }

    public void trash(EnvironmentId environment) {
        sql.update(ENVIRONMENT)
                .set(ENVIRONMENT.DELETED_AT, now())
                .where(ENVIRONMENT.ID.eq(environment.value()))
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
