package dev.understudy.hosting.listener;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.BRANCH;
import static dev.understudy.db.Tables.ENVIRONMENT;
import static dev.understudy.db.Tables.LISTENER;
import static dev.understudy.db.Tables.NODE;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.admin.AdminToken;
import dev.understudy.team.Branch;
import dev.understudy.team.TeamId;
import dev.understudy.team.UserId;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of listeners. What a process writes about one it runs, it writes only while it is the owner.
@Component
class ListenerStore {

    private static final String RUNNING = "running";
    private static final String STOPPED = "stopped";
    private static final Field<String> PREFIX =
            DSL.field("{0} ->> {1}", String.class, NODE.FIELDS, DSL.inline(Schema.ENVIRONMENT_PREFIX.key()));

    private static final Field<String> PORT =
            DSL.field("{0} ->> {1}", String.class, NODE.FIELDS, DSL.inline(Schema.ENVIRONMENT_PORT.key()));

    private final DSLContext sql;
    private final Clock clock;
    private final ListenerSettings settings;

    ListenerStore(DSLContext sql, Clock clock, ListenerSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    Optional<ListenerRow> find(BranchId branch) {
        return rows(LISTENER.BRANCH_ID.eq(branch.value())).stream().findFirst();
    }

    List<ListenerRow> ofTeam(TeamId team) {
        return rows(ENVIRONMENT.TEAM_ID.eq(team.value()));
    }

    /// The listeners that are wanted and were last on one of the ports.
    List<ListenerRow> wantedOn(Set<Integer> ports) {
        return ports.isEmpty() ? List.of() : rows(LISTENER.PORT.in(ports).and(LISTENER.WANTED.eq(RUNNING)));
    }

    /// The ports that documents name, and those where listeners are or were.
    Set<Integer> spokenFor() {
        Set<Integer> ports = new HashSet<>();
        sql.select(PORT)
                .from(NODE)
                .join(BRANCH)
                .on(BRANCH.ID.eq(NODE.BRANCH_ID))
                .join(ENVIRONMENT)
                .on(ENVIRONMENT.ID.eq(BRANCH.ENVIRONMENT_ID))
                .where(NODE.KIND.eq(Kind.ENVIRONMENT.wireName()), ENVIRONMENT.DELETED_AT.isNull())
                .forEach(found -> ports.add(named(found.value1())));
        sql.select(LISTENER.PORT)
                .from(LISTENER)
                .where(LISTENER.PORT.isNotNull(), LISTENER.WANTED.eq(RUNNING))
                .forEach(found -> ports.add(found.value1()));
        return ports;
    }

    /// All that a process may have to do something about.
    List<ListenerRow> wantedOrOwnedBy(UUID owner) {
        return rows(LISTENER.WANTED.eq(RUNNING).or(LISTENER.OWNER.eq(owner)));
    }

    /// Wants it to run, on a port perhaps.
    void want(BranchId branch, Optional<Integer> port) {
        sql.insertInto(LISTENER)
                .set(LISTENER.BRANCH_ID, branch.value())
                .set(LISTENER.WANTED, RUNNING)
                .set(LISTENER.WANTED_PORT, port.orElse(null))
                .set(LISTENER.UPDATED_AT, now())
                .onConflict(LISTENER.BRANCH_ID)
                .doUpdate()
                .set(LISTENER.WANTED, RUNNING)
                .set(LISTENER.WANTED_PORT, port.orElse(null))
                .setNull(LISTENER.FAILURE)
                .set(LISTENER.UPDATED_AT, now())
                .execute();
    }

    /// Wants it to run in a process, which becomes its owner if nobody else did since its row was read. In one go: in
    /// between, another process would find a listener that is wanted and that nobody runs.
    void wantHere(BranchId branch, Optional<ListenerRow> read, UUID owner) {
        UUID before = read.flatMap(ListenerRow::owner).orElse(null);
        sql.insertInto(LISTENER)
                .set(LISTENER.BRANCH_ID, branch.value())
                .set(LISTENER.WANTED, RUNNING)
                .set(LISTENER.OWNER, owner)
                .set(LISTENER.UPDATED_AT, now())
                .onConflict(LISTENER.BRANCH_ID)
                .doUpdate()
                .set(LISTENER.WANTED, RUNNING)
                .set(
                        LISTENER.OWNER,
                        DSL.when(LISTENER.OWNER.isNotDistinctFrom(before), DSL.val(owner))
                                .otherwise(LISTENER.OWNER))
                .setNull(LISTENER.WANTED_PORT)
                .setNull(LISTENER.FAILURE)
                .set(LISTENER.UPDATED_AT, now())
                .execute();
    }

    /// Wants it stopped. False if it was so already.
    boolean wantStopped(BranchId branch) {
        return sql.update(LISTENER)
                        .set(LISTENER.WANTED, STOPPED)
                        .setNull(LISTENER.WANTED_PORT)
                        .setNull(LISTENER.FAILURE)
                        .set(LISTENER.UPDATED_AT, now())
                        .where(LISTENER.BRANCH_ID.eq(branch.value()))
                        .and(LISTENER.WANTED.eq(RUNNING))
                        .execute()
                > 0;
    }

    /// Gives a listener another token for its admin API, or its first, whether it was ever started or not.
    void setToken(BranchId branch, AdminToken token, UserId by) {
        sql.insertInto(LISTENER)
                .set(LISTENER.BRANCH_ID, branch.value())
                .set(LISTENER.WANTED, STOPPED)
                .set(LISTENER.UPDATED_AT, now())
                .onConflict(LISTENER.BRANCH_ID)
                .doNothing()
                .execute();
        sql.update(LISTENER)
                .set(LISTENER.TOKEN_HASH, token.hash())
                .set(LISTENER.TOKEN_BY, by.value())
                .set(LISTENER.TOKEN_AT, now())
                .where(LISTENER.BRANCH_ID.eq(branch.value()))
                .execute();
    }

    /// Takes the token of a listener away.
    ///
    /// @return whether there was one
    boolean dropToken(Branch branch) {
        return sql.update(LISTENER)
                        .setNull(LISTENER.TOKEN_HASH)
                        .setNull(LISTENER.TOKEN_BY)
                        .setNull(LISTENER.TOKEN_AT)
                        .where(LISTENER.BRANCH_ID.eq(branch.id().value()))
                        .and(LISTENER.TOKEN_HASH.isNotNull())
                        .execute()
                > 0;
    }

    /// The tokens of a team's listeners, by the names of the environments; those in the trash included.
    List<TeamToken> tokens(TeamId team) {
        return sql.select(BRANCH.ID, ENVIRONMENT.ID, ENVIRONMENT.NAME, LISTENER.TOKEN_BY, APP_USER.DISPLAY_NAME)
                .from(LISTENER)
                .join(BRANCH)
                .on(BRANCH.ID.eq(LISTENER.BRANCH_ID))
                .join(ENVIRONMENT)
                .on(ENVIRONMENT.ID.eq(BRANCH.ENVIRONMENT_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(LISTENER.TOKEN_BY))
                .where(ENVIRONMENT.TEAM_ID.eq(team.value()))
                .and(LISTENER.TOKEN_HASH.isNotNull())
                .orderBy(ENVIRONMENT.NAME, ENVIRONMENT.ID)
                .fetch(found -> new TeamToken(
                        new Branch(new BranchId(found.value1()), new EnvironmentId(found.value2()), team),
                        found.value3(),
                        Optional.ofNullable(found.value4()).map(UserId::new),
                        Optional.ofNullable(found.value5()).orElse("")));
    }

    /// Becomes the owner of a wanted listener, if nobody else did since the row was read.
    boolean claim(ListenerRow row, UUID owner) {
        return sql.update(LISTENER)
                        .set(LISTENER.OWNER, owner)
                        .setNull(LISTENER.FAILURE)
                        .set(LISTENER.UPDATED_AT, now())
                        .where(LISTENER.BRANCH_ID.eq(row.branch().id().value()))
                        .and(LISTENER.WANTED.eq(RUNNING))
                        .and(LISTENER.OWNER.isNotDistinctFrom(row.owner().orElse(null)))
                        .execute()
                > 0;
    }

    void runs(BranchId branch, UUID owner, LocalListener listener) {
        own(
                branch,
                owner,
                set().set(LISTENER.PORT, listener.port())
                        .set(LISTENER.HOST, settings.host())
                        .set(LISTENER.SECURE, listener.isSecure())
                        .setNull(LISTENER.FAILURE));
    }

    /// It runs on where it was: another port could not be had.
    void staysWhereItWas(BranchId branch, UUID owner, String failure) {
        own(branch, owner, set().set(LISTENER.FAILURE, failure));
    }

    void failed(BranchId branch, UUID owner, String failure) {
        own(branch, owner, set().set(LISTENER.FAILURE, failure).setNull(LISTENER.OWNER));
    }

    /// Gives up the ownership; the port stays known for the next owner.
    void release(BranchId branch, UUID owner) {
        own(branch, owner, set().setNull(LISTENER.OWNER));
    }

    void forgetFailure(BranchId branch) {
        sql.update(LISTENER)
                .setNull(LISTENER.FAILURE)
                .where(LISTENER.BRANCH_ID.eq(branch.value()))
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

    private static void own(BranchId branch, UUID owner, UpdateSetMoreStep<?> update) {
        update.where(LISTENER.BRANCH_ID.eq(branch.value()))
                .and(LISTENER.OWNER.eq(owner))
                .execute();
    }

    private List<ListenerRow> rows(Condition which) {
        return sql.select(LISTENER.fields())
                .select(
                        ENVIRONMENT.ID,
                        ENVIRONMENT.TEAM_ID,
                        ENVIRONMENT.DELETED_AT,
                        ENVIRONMENT.NAME,
                        PREFIX,
                        PORT,
                        APP_USER.DISPLAY_NAME)
                .from(LISTENER)
                .join(BRANCH)
                .on(BRANCH.ID.eq(LISTENER.BRANCH_ID))
                .join(ENVIRONMENT)
                .on(ENVIRONMENT.ID.eq(BRANCH.ENVIRONMENT_ID))
                .join(NODE)
                .on(NODE.BRANCH_ID.eq(BRANCH.ID), NODE.KIND.eq(Kind.ENVIRONMENT.wireName()))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(LISTENER.TOKEN_BY))
                .where(which)
                .fetch(ListenerStore::row);
    }

    private static ListenerRow row(Record found) {
        return new ListenerRow(
                new Branch(
                        new BranchId(found.get(LISTENER.BRANCH_ID)),
                        new EnvironmentId(found.get(ENVIRONMENT.ID)),
                        new TeamId(found.get(ENVIRONMENT.TEAM_ID))),
                found.get(LISTENER.WANTED).equals(RUNNING) && found.get(ENVIRONMENT.DELETED_AT) == null,
                Optional.ofNullable(found.get(LISTENER.WANTED_PORT)),
                Optional.ofNullable(found.get(LISTENER.PORT)),
                Optional.ofNullable(found.get(LISTENER.HOST)),
                Optional.ofNullable(found.get(LISTENER.OWNER)),
                Optional.ofNullable(found.get(LISTENER.FAILURE)),
                found.get(LISTENER.SECURE),
                Optional.ofNullable(found.get(LISTENER.TOKEN_HASH)).map(AdminToken::ofHash),
                new AdminEntry.Made(
                        Optional.ofNullable(found.get(APP_USER.DISPLAY_NAME)),
                        Optional.ofNullable(found.get(LISTENER.TOKEN_AT)).map(OffsetDateTime::toInstant)),
                Optional.ofNullable(found.get(PREFIX)).orElse(""),
                named(found.get(PORT)),
                found.get(ENVIRONMENT.NAME));
    }

    private static int named(@Nullable String port) {
        return port == null ? Schema.ENVIRONMENT_PORT.defaultValue() : Integer.parseInt(port);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
