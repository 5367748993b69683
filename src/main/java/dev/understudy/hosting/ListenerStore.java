package dev.understudy.hosting;

import static dev.understudy.db.Tables.BRANCH;
import static dev.understudy.db.Tables.ENVIRONMENT;
import static dev.understudy.db.Tables.LISTENER;
import static dev.understudy.db.Tables.NODE;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Schema;
import dev.understudy.team.TeamId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The rows of listeners. What a process writes about one it runs, it writes only while it is the owner.
@Component
class ListenerStore {

    private static final String RUNNING = "running";
    private static final String STOPPED = "stopped";
    private static final Field<String> PREFIX =
            DSL.field("{0} ->> {1}", String.class, NODE.FIELDS, DSL.inline(Schema.ENVIRONMENT_PREFIX.key()));

    /// As the default of the column makes them.
    private static final Field<String> NEW_TOKEN =
            DSL.field("replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')", String.class);

    private final DSLContext sql;
    private final Clock clock;

    ListenerStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<ListenerRow> find(EnvironmentId environment) {
        return rows(LISTENER.ENVIRONMENT_ID.eq(environment.value())).stream().findFirst();
    }

    List<ListenerRow> ofTeam(TeamId team) {
        return rows(ENVIRONMENT.TEAM_ID.eq(team.value()));
    }

    /// All that a process may have to do something about.
    List<ListenerRow> wantedOrOwnedBy(UUID owner) {
        return rows(LISTENER.WANTED.eq(RUNNING).or(LISTENER.OWNER.eq(owner)));
    }

    /// Wants it to run, on a port perhaps.
    void want(EnvironmentId environment, Optional<Integer> port) {
        sql.insertInto(LISTENER)
                .set(LISTENER.ENVIRONMENT_ID, environment.value())
                .set(LISTENER.WANTED, RUNNING)
                .set(LISTENER.WANTED_PORT, port.orElse(null))
                .set(LISTENER.UPDATED_AT, now())
                .onConflict(LISTENER.ENVIRONMENT_ID)
                .doUpdate()
                .set(LISTENER.WANTED, RUNNING)
                .set(LISTENER.WANTED_PORT, port.orElse(null))
                .setNull(LISTENER.FAILURE)
                .set(LISTENER.UPDATED_AT, now())
                .execute();
    }

    /// Wants it stopped. False if it was so already.
    boolean wantStopped(EnvironmentId environment) {
        return sql.update(LISTENER)
                        .set(LISTENER.WANTED, STOPPED)
                        .setNull(LISTENER.WANTED_PORT)
                        .setNull(LISTENER.FAILURE)
                        .set(LISTENER.UPDATED_AT, now())
                        .where(LISTENER.ENVIRONMENT_ID.eq(environment.value()))
                        .and(LISTENER.WANTED.eq(RUNNING))
                        .execute()
                > 0;
    }

    /// Gives a listener another token for its admin API; one that was never started gets its first.
    void renewToken(EnvironmentId environment) {
        sql.insertInto(LISTENER)
                .set(LISTENER.ENVIRONMENT_ID, environment.value())
                .set(LISTENER.WANTED, STOPPED)
                .set(LISTENER.TOKEN, NEW_TOKEN)
                .set(LISTENER.UPDATED_AT, now())
                .onConflict(LISTENER.ENVIRONMENT_ID)
                .doUpdate()
                .set(LISTENER.TOKEN, NEW_TOKEN)
                .set(LISTENER.UPDATED_AT, now())
                .execute();
    }

    /// Becomes the owner of a wanted listener, if nobody else did since the row was read.
    boolean claim(ListenerRow row, UUID owner) {
        return sql.update(LISTENER)
                        .set(LISTENER.OWNER, owner)
                        .setNull(LISTENER.FAILURE)
                        .set(LISTENER.UPDATED_AT, now())
                        .where(LISTENER.ENVIRONMENT_ID.eq(row.environment().value()))
                        .and(LISTENER.WANTED.eq(RUNNING))
                        .and(LISTENER.OWNER.isNotDistinctFrom(row.owner().orElse(null)))
                        .execute()
                > 0;
    }

    void runs(EnvironmentId environment, UUID owner, LocalListener listener) {
        own(
                environment,
                owner,
                set().set(LISTENER.PORT, listener.port())
                        .set(LISTENER.SECURE, listener.isSecure())
                        .setNull(LISTENER.FAILURE));
    }

    /// It runs on where it was: another port could not be had.
    void staysWhereItWas(EnvironmentId environment, UUID owner, String failure) {
        own(environment, owner, set().set(LISTENER.FAILURE, failure));
    }

    void failed(EnvironmentId environment, UUID owner, String failure) {
        own(environment, owner, set().set(LISTENER.FAILURE, failure).setNull(LISTENER.OWNER));
    }

    /// Gives up the ownership; the port stays known for the next owner.
    void release(EnvironmentId environment, UUID owner) {
        own(environment, owner, set().setNull(LISTENER.OWNER));
    }

    void forgetFailure(EnvironmentId environment) {
        sql.update(LISTENER)
                .setNull(LISTENER.FAILURE)
                .where(LISTENER.ENVIRONMENT_ID.eq(environment.value()))
                .execute();
    }

    /// The keys of the locks that living processes hold; see [Liveness].
    Set<Long> heldLocks() {
        return new HashSet<>(
                sql.fetch("select (classid::bigint << 32) | objid::bigint from pg_locks where locktype = 'advisory'"
                                + " and objsubid = 1 and granted"
                                + " and database = (select oid from pg_database where datname = current_database())")
                        .map(found -> found.get(0, Long.class)));
    }

    private UpdateSetMoreStep<?> set() {
        return sql.update(LISTENER).setNull(LISTENER.WANTED_PORT).set(LISTENER.UPDATED_AT, now());
    }

    private static void own(EnvironmentId environment, UUID owner, UpdateSetMoreStep<?> update) {
        update.where(LISTENER.ENVIRONMENT_ID.eq(environment.value()))
                .and(LISTENER.OWNER.eq(owner))
                .execute();
    }

    private List<ListenerRow> rows(Condition which) {
        return sql.select(LISTENER.fields())
                .select(ENVIRONMENT.TEAM_ID, ENVIRONMENT.DELETED_AT, PREFIX)
                .from(LISTENER)
                .join(ENVIRONMENT)
                .on(ENVIRONMENT.ID.eq(LISTENER.ENVIRONMENT_ID))
                .join(BRANCH)
                .on(BRANCH.ENVIRONMENT_ID.eq(ENVIRONMENT.ID), BRANCH.NAME.eq("main"))
                .join(NODE)
                .on(NODE.BRANCH_ID.eq(BRANCH.ID), NODE.KIND.eq(Kind.ENVIRONMENT.wireName()))
                .where(which)
                .fetch(ListenerStore::row);
    }

    private static ListenerRow row(Record found) {
        return new ListenerRow(
                new EnvironmentId(found.get(LISTENER.ENVIRONMENT_ID)),
                new TeamId(found.get(ENVIRONMENT.TEAM_ID)),
                found.get(LISTENER.WANTED).equals(RUNNING) && found.get(ENVIRONMENT.DELETED_AT) == null,
                Optional.ofNullable(found.get(LISTENER.WANTED_PORT)),
                Optional.ofNullable(found.get(LISTENER.PORT)),
                Optional.ofNullable(found.get(LISTENER.OWNER)),
                Optional.ofNullable(found.get(LISTENER.FAILURE)),
                found.get(LISTENER.SECURE),
                found.get(LISTENER.TOKEN),
                Optional.ofNullable(found.get(PREFIX)).orElse(""));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
