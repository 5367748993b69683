package dev.understudy.team;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.INVITATION;
import static dev.understudy.db.Tables.TEAM;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The rows of `invitation`. Secrets come in as hashes and never go out.
final class InvitationStore {

    /// An invitation that the transaction keeps anybody else from accepting.
    record Held(Invitation.Id id, TeamId team, Role role) {}

    private final DSLContext sql;

    InvitationStore(DSLContext sql) {
        this.sql = sql;
    }

    void add(TeamId team, UserId by, Invitation invitation, byte[] hash) {
        sql.insertInto(INVITATION)
                .set(INVITATION.ID, invitation.id().value())
                .set(INVITATION.TEAM_ID, team.value())
                .set(INVITATION.ROLE, invitation.role().word())
                .set(INVITATION.TOKEN_HASH, hash)
                .set(INVITATION.CREATED_BY, by.value())
                .set(INVITATION.CREATED_AT, invitation.createdAt().atOffset(ZoneOffset.UTC))
                .set(INVITATION.EXPIRES_AT, invitation.expiresAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    int countOpen(TeamId team, OffsetDateTime now) {
        return sql.fetchCount(INVITATION, INVITATION.TEAM_ID.eq(team.value()).and(isOpen(now)));
    }

    List<Invitation> open(TeamId team, OffsetDateTime now) {
        return sql.select(
                        INVITATION.ID,
                        INVITATION.ROLE,
                        APP_USER.DISPLAY_NAME,
                        INVITATION.CREATED_AT,
                        INVITATION.EXPIRES_AT)
                .from(INVITATION)
                .join(APP_USER)
                .on(APP_USER.ID.eq(INVITATION.CREATED_BY))
                .where(INVITATION.TEAM_ID.eq(team.value()))
                .and(isOpen(now))
                .orderBy(INVITATION.CREATED_AT.desc(), INVITATION.ID.desc())
                .fetch(found -> new Invitation(
                        new Invitation.Id(found.value1()),
                        Role.ofWord(found.value2()),
                        found.value3(),
                        found.value4().toInstant(),
                        found.value5().toInstant()));
    }

    Optional<Invitation.Offer> offer(byte[] hash, OffsetDateTime now) {
        return sql.select(TEAM.NAME, INVITATION.ROLE, APP_USER.DISPLAY_NAME)
                .from(INVITATION)
                .join(TEAM)
                .on(TEAM.ID.eq(INVITATION.TEAM_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(INVITATION.CREATED_BY))
                .where(INVITATION.TOKEN_HASH.eq(hash))
                .and(isOpen(now))
                .fetchOptional(
                        found -> new Invitation.Offer(found.value1(), Role.ofWord(found.value2()), found.value3()));
    }

    Optional<Held> hold(byte[] hash, OffsetDateTime now) {
        return sql.select(INVITATION.ID, INVITATION.TEAM_ID, INVITATION.ROLE)
                .from(INVITATION)
                .where(INVITATION.TOKEN_HASH.eq(hash))
                .and(isOpen(now))
                .forUpdate()
                .fetchOptional(found -> new Held(
                        new Invitation.Id(found.value1()), new TeamId(found.value2()), Role.ofWord(found.value3())));
    }

    void accepted(Invitation.Id id, UserId user, OffsetDateTime at) {
        sql.update(INVITATION)
                .set(INVITATION.ACCEPTED_BY, user.value())
                .set(INVITATION.ACCEPTED_AT, at)
                .where(INVITATION.ID.eq(id.value()))
                .execute();
    }

    boolean remove(TeamId team, Invitation.Id id) {
        return sql.deleteFrom(INVITATION)
                        .where(INVITATION.ID.eq(id.value()))
                        .and(INVITATION.TEAM_ID.eq(team.value()))
                        .and(INVITATION.ACCEPTED_AT.isNull())
                        .execute()
                == 1;
    }

    void voidAllBy(TeamId team, UserId user) {
        sql.deleteFrom(INVITATION)
                .where(INVITATION.TEAM_ID.eq(team.value()))
                .and(INVITATION.CREATED_BY.eq(user.value()))
                .and(INVITATION.ACCEPTED_AT.isNull())
                .execute();
    }

    private static Condition isOpen(OffsetDateTime now) {
        return INVITATION.ACCEPTED_AT.isNull().and(INVITATION.EXPIRES_AT.gt(now));
    }
}
