package dev.understudy.history;

import static dev.understudy.db.Tables.CHANGE;
import static dev.understudy.db.Tables.PASSED_STEP;

import dev.understudy.collab.Origin;
import dev.understudy.environment.BranchId;
import dev.understudy.team.Actor;
import dev.understudy.team.TokenId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// What people did, in the log of a branch, without what it was.
final class StepStore {

    private static final int AT_ONCE = 100;

    private final DSLContext sql;
    private final BranchId branch;

    StepStore(DSLContext sql, BranchId branch) {
        this.sql = sql;
        this.branch = branch;
    }

    /// What somebody did, newest first, read part by part as it is wanted. What they do by a token is another history.
    /// The first change of a branch is nobody's step.
    Iterator<OwnChange> newestFirst(Actor actor) {
        return Stream.iterate(
                        page(actor, Long.MAX_VALUE),
                        page -> !page.isEmpty(),
                        page -> page.size() < AT_ONCE
                                ? List.of()
                                : page(actor, page.getLast().revision()))
                .flatMap(List::stream)
                .iterator();
    }

    private List<OwnChange> page(Actor actor, long before) {
        Condition passed = DSL.exists(DSL.selectOne()
                .from(PASSED_STEP)
                .where(PASSED_STEP.BRANCH_ID.eq(CHANGE.BRANCH_ID))
                .and(PASSED_STEP.REVISION.eq(CHANGE.REVISION)));
        return sql.select(
                        CHANGE.REVISION,
                        CHANGE.CLIENT,
                        CHANGE.STEP,
                        CHANGE.ORIGIN,
                        CHANGE.TAKES_BACK,
                        CHANGE.SUMMARY,
                        DSL.field(passed))
                .from(CHANGE)
                .where(CHANGE.BRANCH_ID.eq(branch.value()))
                .and(CHANGE.AUTHOR_ID.eq(actor.user().value()))
                .and(CHANGE.TOKEN_ID.isNotDistinctFrom(
                        actor.token().map(TokenId::value).orElse(null)))
                .and(CHANGE.REVISION.gt(1L))
                .and(CHANGE.REVISION.lt(before))
                .orderBy(CHANGE.REVISION.desc())
                .limit(AT_ONCE)
                .fetch(row -> new OwnChange(
                        row.value1(),
                        row.value2(),
                        Optional.ofNullable(row.value3()),
                        Origin.of(row.value4(), row.value5()),
                        row.value6(),
                        row.value7()));
    }

    /// What changes did, in words, for each that is there.
    List<String> summaries(List<Long> revisions) {
        return sql.select(CHANGE.SUMMARY)
                .from(CHANGE)
                .where(CHANGE.BRANCH_ID.eq(branch.value()))
                .and(CHANGE.REVISION.in(revisions))
                .orderBy(CHANGE.REVISION)
                .fetch(row -> row.value1());
    }

    /// The changes after a revision that were passed over.
    Set<Long> passedSince(long revision) {
        return sql.select(PASSED_STEP.REVISION)
                .from(PASSED_STEP)
                .where(PASSED_STEP.BRANCH_ID.eq(branch.value()))
                .and(PASSED_STEP.REVISION.gt(revision))
                .fetchSet(row -> row.value1());
    }

    /// Nothing is left of the changes: the next time it is the turn of what was before.
    void pass(List<Long> revisions) {
        for (long revision : revisions) {
            sql.insertInto(PASSED_STEP)
                    .values(branch.value(), revision)
                    .onConflictDoNothing()
                    .execute();
        }
    }
}
