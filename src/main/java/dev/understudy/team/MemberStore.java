package dev.understudy.team;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.MEMBER;
import static dev.understudy.db.Tables.TEAM;

import dev.understudy.team.Members.Member;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The rows of `member`.
final class MemberStore {

    private final DSLContext sql;

    MemberStore(DSLContext sql) {
        this.sql = sql;
    }

    /// Holds the team until the end of the transaction against everybody else who changes its members.
    void lock(TeamId team) {
        sql.select(TEAM.ID)
                .from(TEAM)
                .where(TEAM.ID.eq(team.value()))
                .forUpdate()
                .fetch();
    }

    List<Member> list(TeamId team) {
        return sql
                .select(APP_USER.ID, APP_USER.DISPLAY_NAME, APP_USER.EMAIL, MEMBER.ROLE, MEMBER.JOINED_AT)
                .from(MEMBER)
                .join(APP_USER)
                .on(APP_USER.ID.eq(MEMBER.USER_ID))
                .where(MEMBER.TEAM_ID.eq(team.value()))
                .orderBy(APP_USER.DISPLAY_NAME, APP_USER.ID)
                .fetch(found -> new Member(
                        new UserId(found.value1()),
                        found.value2(),
                        found.value3(),
                        Role.ofWord(found.value4()),
                        found.value5().toInstant()))
                .stream()
                .sorted(Comparator.comparingInt(
                        member -> -Permissions.actions(member.role()).size()))
                .toList();
    }

    Optional<Role> role(TeamId team, UserId user) {
        return sql.select(MEMBER.ROLE)
                .from(MEMBER)
                .where(is(team, user))
                .fetchOptional(found -> Role.ofWord(found.value1()));
    }

    int owners(TeamId team) {
        return sql.fetchCount(MEMBER, MEMBER.TEAM_ID.eq(team.value()).and(MEMBER.ROLE.eq(Role.OWNER.word())));
    }

    void add(TeamId team, UserId user, Role role, OffsetDateTime at) {
        sql.insertInto(MEMBER)
                .set(MEMBER.TEAM_ID, team.value())
                .set(MEMBER.USER_ID, user.value())
                .set(MEMBER.ROLE, role.word())
                .set(MEMBER.JOINED_AT, at)
                .execute();
    }

    void setRole(TeamId team, UserId user, Role role) {
        sql.update(MEMBER).set(MEMBER.ROLE, role.word()).where(is(team, user)).execute();
    }

    void remove(TeamId team, UserId user) {
        sql.deleteFrom(MEMBER).where(is(team, user)).execute();
    }

    private static Condition is(TeamId team, UserId user) {
        return MEMBER.TEAM_ID.eq(team.value()).and(MEMBER.USER_ID.eq(user.value()));
    }
}
