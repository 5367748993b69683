package dev.understudy.team.link;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.ENVIRONMENT;
import static dev.understudy.db.Tables.LINK;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.team.Access;
import dev.understudy.team.TeamId;
import dev.understudy.team.UserId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// The rows of `link`. Secrets come in as hashes and never go out.
final class LinkStore {

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
        return sql.fetchCount(LINK, LINK.ENVIRONMENT_ID.eq(environment.value()));
    }

    void add(EnvironmentId environment, UserId by, ReadLink link, byte[] hash) {
        sql.insertInto(LINK)
                .set(LINK.ID, link.id().value())
                .set(LINK.ENVIRONMENT_ID, environment.value())
                .set(LINK.TOKEN_HASH, hash)
                .set(LINK.CREATED_BY, by.value())
                .set(LINK.CREATED_AT, link.createdAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    List<ReadLink> of(EnvironmentId environment) {
        return sql.select(LINK.ID, APP_USER.DISPLAY_NAME, LINK.CREATED_AT)
                .from(LINK)
                .join(APP_USER)
                .on(APP_USER.ID.eq(LINK.CREATED_BY))
                .where(LINK.ENVIRONMENT_ID.eq(environment.value()))
                .orderBy(LINK.CREATED_AT.desc(), LINK.ID.desc())
                .fetch(found -> new ReadLink(
                        new ReadLink.Id(found.value1()),
                        found.value2(),
                        found.value3().toInstant()));
    }

    boolean remove(EnvironmentId environment, ReadLink.Id id) {
        return sql.deleteFrom(LINK)
                        .where(LINK.ID.eq(id.value()))
                        .and(LINK.ENVIRONMENT_ID.eq(environment.value()))
                        .execute()
                == 1;
    }

    Optional<Access> find(byte[] hash) {
        return sql.select(ENVIRONMENT.ID, ENVIRONMENT.TEAM_ID)
                .from(LINK)
                .join(ENVIRONMENT)
                .on(ENVIRONMENT.ID.eq(LINK.ENVIRONMENT_ID))
                .where(LINK.TOKEN_HASH.eq(hash))
                .and(ENVIRONMENT.DELETED_AT.isNull())
                .fetchOptional(found -> Access.ofLink(new EnvironmentId(found.value1()), new TeamId(found.value2())));
    }
}
