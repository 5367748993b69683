package dev.understudy.collab;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.BLOB;
import static dev.understudy.db.Tables.BRANCH;
import static dev.understudy.db.Tables.CHANGE;
import static dev.understudy.db.Tables.ENVIRONMENT;
import static dev.understudy.db.Tables.NODE;
import static dev.understudy.db.Tables.TEAM;
import static org.jooq.impl.DSL.count;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.FileIndex;
import dev.understudy.environment.Kind;
import dev.understudy.team.TeamId;
import dev.understudy.team.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The rows of environments and their branches.
final class EnvironmentStore {

    private static final String MAIN = "main";
    private static final int FOLDERS_SHOWN = 3;

    private record Counts(int routes, int responses, List<String> folders) {}

    private final DSLContext sql;

    EnvironmentStore(DSLContext sql) {
        this.sql = sql;
    }

    static void insert(
            DSLContext tx, EnvironmentId id, BranchId main, TeamId team, String name, UserId author, Instant at) {
        tx.insertInto(ENVIRONMENT)
                .set(ENVIRONMENT.ID, id.value())
                .set(ENVIRONMENT.TEAM_ID, team.value())
                .set(ENVIRONMENT.NAME, name)
                .set(ENVIRONMENT.CREATED_BY, author.value())
                .set(ENVIRONMENT.CREATED_AT, at.atOffset(ZoneOffset.UTC))
                .execute();
        tx.insertInto(BRANCH)
                .set(BRANCH.ID, main.value())
                .set(BRANCH.ENVIRONMENT_ID, id.value())
                .set(BRANCH.NAME, MAIN)
                .set(BRANCH.REVISION, 1L)
                .execute();
    }

    /// How many environments a team has, without those in its trash. Until the transaction ends, no other one counts
    /// them.
    static int countHolding(DSLContext tx, TeamId team) {
        tx.selectOne().from(TEAM).where(TEAM.ID.eq(team.value())).forUpdate().execute();
        return tx.fetchCount(ENVIRONMENT, ENVIRONMENT.TEAM_ID.eq(team.value()).and(ENVIRONMENT.DELETED_AT.isNull()));
    }

    /// Gives a copy the contents of its files.
    static void copyContents(DSLContext tx, EnvironmentId from, EnvironmentId to, FileIndex files) {
        List<String> hashes =
                files.all().stream().map(file -> file.content().hash()).toList();
        tx.insertInto(BLOB)
                .columns(
                        BLOB.ENVIRONMENT_ID,
                        BLOB.HASH,
                        BLOB.SIZE,
                        BLOB.BYTES,
                        BLOB.STORED_BY,
                        BLOB.STORED_AT,
                        BLOB.USED_AT)
                .select(tx.select(
                                DSL.val(to.value()),
                                BLOB.HASH,
                                BLOB.SIZE,
                                BLOB.BYTES,
                                BLOB.STORED_BY,
                                BLOB.STORED_AT,
                                BLOB.USED_AT)
                        .from(BLOB)
                        .where(BLOB.ENVIRONMENT_ID.eq(from.value()))
                        .and(BLOB.HASH.in(hashes)))
                .execute();
    }

    Optional<BranchId> mainBranch(EnvironmentId id, TeamId team) {
        return sql.select(BRANCH.ID)
                .from(BRANCH)
                .join(ENVIRONMENT)
                .on(ENVIRONMENT.ID.eq(BRANCH.ENVIRONMENT_ID))
                .where(ENVIRONMENT.ID.eq(id.value()))
                .and(ENVIRONMENT.TEAM_ID.eq(team.value()))
                .and(BRANCH.NAME.eq(MAIN))
                .fetchOptional(row -> new BranchId(row.value1()));
    }

    /// The team that a branch belongs to; null if there is no such branch any more.
    @Nullable
    TeamId teamOf(BranchId branch) {
        return sql.select(ENVIRONMENT.TEAM_ID)
                .from(BRANCH)
                .join(ENVIRONMENT)
                .on(ENVIRONMENT.ID.eq(BRANCH.ENVIRONMENT_ID))
                .where(BRANCH.ID.eq(branch.value()))
                .fetchOne(row -> new TeamId(row.value1()));
    }

    Map<BranchId, Long> revisions(Collection<BranchId> branches) {
        Map<BranchId, Long> revisions = new HashMap<>();
        sql.select(BRANCH.ID, BRANCH.REVISION)
                .from(BRANCH)
                .where(BRANCH.ID.in(branches.stream().map(BranchId::value).toList()))
                .forEach(row -> revisions.put(new BranchId(row.value1()), row.value2()));
        return revisions;
    }

    /// Marks it deleted, or not deleted any more where `at` is empty; false if it was so already.
    static boolean mark(DSLContext tx, EnvironmentId id, Optional<Instant> at, UserId by) {
        return tx.update(ENVIRONMENT)
                        .set(
                                ENVIRONMENT.DELETED_AT,
                                at.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null))
                        .set(ENVIRONMENT.DELETED_BY, at.map(_ -> by.value()).orElse(null))
                        .where(ENVIRONMENT.ID.eq(id.value()))
                        .and(at.isPresent() ? ENVIRONMENT.DELETED_AT.isNull() : ENVIRONMENT.DELETED_AT.isNotNull())
                        .execute()
                > 0;
    }

    List<EnvironmentSummary> inTeam(TeamId team, boolean trashed) {
        return summaries(ENVIRONMENT
                .TEAM_ID
                .eq(team.value())
                .and(trashed ? ENVIRONMENT.DELETED_AT.isNotNull() : ENVIRONMENT.DELETED_AT.isNull()));
    }

    EnvironmentSummary one(EnvironmentId id) {
        return summaries(ENVIRONMENT.ID.eq(id.value())).getFirst();
    }

    private List<EnvironmentSummary> summaries(Condition which) {
        var deleter = APP_USER.as("deleter");
        List<Record> rows = sql.select(ENVIRONMENT.fields())
                .select(BRANCH.ID, BRANCH.REVISION)
                .select(CHANGE.AUTHOR_ID, CHANGE.AT, CHANGE.SUMMARY)
                .select(APP_USER.DISPLAY_NAME, deleter.DISPLAY_NAME)
                .from(ENVIRONMENT)
                .join(BRANCH)
                .on(BRANCH.ENVIRONMENT_ID.eq(ENVIRONMENT.ID), BRANCH.NAME.eq(MAIN))
                .join(CHANGE)
                .on(CHANGE.BRANCH_ID.eq(BRANCH.ID), CHANGE.REVISION.eq(BRANCH.REVISION))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(CHANGE.AUTHOR_ID))
                .leftJoin(deleter)
                .on(deleter.ID.eq(ENVIRONMENT.DELETED_BY))
                .where(which)
                .orderBy(DSL.lower(ENVIRONMENT.NAME), ENVIRONMENT.ID)
                .fetch()
                .map(row -> row);
        Map<UUID, Counts> counts =
                counts(rows.stream().map(row -> row.get(BRANCH.ID)).toList());
        return rows.stream()
                .map(row -> summary(
                        row,
                        Optional.ofNullable(row.get(deleter.DISPLAY_NAME)),
                        counts.getOrDefault(row.get(BRANCH.ID), new Counts(0, 0, List.of()))))
                .toList();
    }

    private static EnvironmentSummary summary(Record row, Optional<String> deleter, Counts counts) {
        return new EnvironmentSummary(
                new EnvironmentId(row.get(ENVIRONMENT.ID)),
                new BranchId(row.get(BRANCH.ID)),
                new TeamId(row.get(ENVIRONMENT.TEAM_ID)),
                row.get(ENVIRONMENT.NAME),
                row.get(BRANCH.REVISION),
                counts.routes(),
                counts.responses(),
                counts.folders(),
                new LastChange(
                        new UserId(row.get(CHANGE.AUTHOR_ID)),
                        Optional.ofNullable(row.get(APP_USER.DISPLAY_NAME)).orElse("Understudy"),
                        row.get(CHANGE.AT).toInstant(),
                        row.get(CHANGE.SUMMARY)),
                Optional.ofNullable(row.get(ENVIRONMENT.DELETED_AT))
                        .map(at -> new EnvironmentSummary.Trashed(at.toInstant(), deleter.orElse(""))));
    }

    private Map<UUID, Counts> counts(List<UUID> branches) {
        Map<UUID, Counts> counts = new HashMap<>();
        var parent = NODE.as("parent");
        Map<UUID, List<String>> folders = sql.select(NODE.BRANCH_ID, DSL.field("node.fields ->> 'name'", String.class))
                .from(NODE)
                .join(parent)
                .on(parent.BRANCH_ID.eq(NODE.BRANCH_ID), parent.NODE_ID.eq(NODE.PARENT_ID))
                .where(NODE.BRANCH_ID.in(branches))
                .and(NODE.KIND.eq(Kind.FOLDER.wireName()))
                .and(parent.KIND.eq(Kind.ENVIRONMENT.wireName()))
                .orderBy(NODE.POSITION, NODE.NODE_ID)
                .fetchGroups(row -> row.value1(), row -> row.value2());
        sql.select(
                        NODE.BRANCH_ID,
                        count().filterWhere(NODE.KIND.eq(Kind.ROUTE.wireName())),
                        count().filterWhere(NODE.KIND.eq(Kind.RESPONSE.wireName())))
                .from(NODE)
                .where(NODE.BRANCH_ID.in(branches))
                .and(NODE.KIND.in(Kind.ROUTE.wireName(), Kind.RESPONSE.wireName()))
                .groupBy(NODE.BRANCH_ID)
                .forEach(row -> counts.put(row.value1(), new Counts(row.value2(), row.value3(), List.of())));
        folders.forEach((branch, names) -> counts.merge(
                branch,
                new Counts(0, 0, names.stream().limit(FOLDERS_SHOWN).toList()),
                (counted, named) -> new Counts(counted.routes(), counted.responses(), named.folders())));
        return counts;
    }
}
