package dev.understudy.team.link;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.BRANCH;
import static dev.understudy.db.Tables.ENVIRONMENT;
import static dev.understudy.db.Tables.LINK;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.team.Access;
import dev.understudy.team.Branch;
import dev.understudy.team.TeamId;
import dev.understudy.team.UserId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The rows of `link`. Secrets come in as hashes and never go out.
final class LinkStore {

    /// What a secret opens.
    record Found(Access access, ReadLink.Id id, @Nullable OffsetDateTime lastUsedAt) {}

    private final DSLContext sql;

    LinkStore(DSLContext sql) {
        this.sql = sql;
    }

    /// Keeps two from counting at the same time.
    void lock(EnvironmentId environment) {
        sql.selectOne()
                .from(ENVIRONMENT)
                .where(ENVIRONMENT.ID.eq(environment.value()))
                .forUpdate()
                .execute();
    }

    int count(EnvironmentId environment) {
        return sql.fetchCount(LINK, ofEnvironment(environment));
    }

    void add(BranchId branch, UserId by, ReadLink link, byte[] hash) {
        sql.insertInto(LINK)
                .set(LINK.ID, link.id().value())
                .set(LINK.BRANCH_ID, branch.value())
                .set(LINK.TOKEN_HASH, hash)
                .set(LINK.CREATED_BY, by.value())
                .set(LINK.CREATED_AT, link.createdAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    List<ReadLink> of(EnvironmentId environment) {
        return list(ofEnvironment(environment)).stream()
                .map(ReadLink.OfTeam::link)
                .toList();
    }

    /// All links to environments of a team, the newest first; those in the trash included.
    List<ReadLink.OfTeam> of(TeamId team) {
        return list(ENVIRONMENT.TEAM_ID.eq(team.value()));
    }

    private List<ReadLink.OfTeam> list(Condition which) {
        return sql.select(
                        LINK.ID,
                        APP_USER.ID,
                        APP_USER.DISPLAY_NAME,
                        LINK.CREATED_AT,
                        LINK.LAST_USED_AT,
                        ENVIRONMENT.ID,
                        ENVIRONMENT.NAME)
                .from(LINK)
                .join(APP_USER)
                .on(APP_USER.ID.eq(LINK.CREATED_BY))
                .join(BRANCH)
                .on(BRANCH.ID.eq(LINK.BRANCH_ID))
                .join(ENVIRONMENT)
                .on(ENVIRONMENT.ID.eq(BRANCH.ENVIRONMENT_ID))
                .where(which)
                .orderBy(LINK.CREATED_AT.desc(), LINK.ID.desc())
                .fetch(found -> new ReadLink.OfTeam(
                        new ReadLink(
                                new ReadLink.Id(found.value1()),
                                new UserId(found.value2()),
                                found.value3(),
                                found.value4().toInstant(),
                                found.value5() == null ? null : found.value5().toInstant()),
                        new EnvironmentId(found.value6()),
                        found.value7()));
    }

    boolean remove(EnvironmentId environment, ReadLink.Id id) {
        return sql.deleteFrom(LINK)
                        .where(LINK.ID.eq(id.value()))
                        .and(ofEnvironment(environment))
                        .execute()
                == 1;
    }

    Optional<Found> find(byte[] hash) {
        return sql.select(BRANCH.ID, ENVIRONMENT.ID, ENVIRONMENT.TEAM_ID, LINK.ID, LINK.LAST_USED_AT)
                .from(LINK)
                .join(BRANCH)
                .on(BRANCH.ID.eq(LINK.BRANCH_ID))
                .join(ENVIRONMENT)
                .on(ENVIRONMENT.ID.eq(BRANCH.ENVIRONMENT_ID))
                .where(LINK.TOKEN_HASH.eq(hash))
                .and(ENVIRONMENT.DELETED_AT.isNull())
                .fetchOptional(found -> new Found(
                        Access.ofLink(new Branch(
                                new BranchId(found.value1()),
                                new EnvironmentId(found.value2()),
                                new TeamId(found.value3()))),
                        new ReadLink.Id(found.value4()),
                        found.value5()));
    }

    private static Condition ofEnvironment(EnvironmentId environment) {
        return LINK.BRANCH_ID.in(
                DSL.select(BRANCH.ID).from(BRANCH).where(BRANCH.ENVIRONMENT_ID.eq(environment.value())));
    }

    void used(ReadLink.Id id, OffsetDateTime at) {
        sql.update(LINK)
                .set(LINK.LAST_USED_AT, at)
                .where(LINK.ID.eq(id.value()))
                .execute();
    }
}
