package dev.understudy.history.visit;

import static dev.understudy.db.Tables.CHANGE;
import static dev.understudy.db.Tables.NODE;
import static dev.understudy.db.Tables.UNREAD;
import static dev.understudy.db.Tables.VISIT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.NodeId;
import dev.understudy.team.UserId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record2;

/// The rows that say what one person knows of one branch.
final class VisitStore {

    /// Newest changes of others that are looked at for the nodes they touched; what is older is only counted.
    private static final int MAX_CHANGES = 2_000;

    private final DSLContext sql;
    private final UserId user;
    private final BranchId branch;

    VisitStore(DSLContext sql, UserId user, BranchId branch) {
        this.sql = sql;
        this.user = user;
        this.branch = branch;
    }

    /// Takes note that the person is there now. To whoever comes for the first time nothing is new.
    ///
    /// @param head the newest revision they see
    News enter(long head) {
        return sql.transactionResult(transaction -> {
            DSLContext tx = transaction.dsl();
            tx.insertInto(VISIT)
                    .values(user.value(), branch.value(), head, head)
                    .onConflictDoNothing()
                    .execute();
            Record2<Long, Long> known = tx.select(VISIT.LOOKED, VISIT.PRESENT)
                    .from(VISIT)
                    .where(VISIT.USER_ID.eq(user.value()))
                    .and(VISIT.BRANCH_ID.eq(branch.value()))
                    .forUpdate()
                    .fetchSingle();
            if (known.value2() < head) {
                forgetRemoved(tx);
                noteUnread(tx, known.value2());
                present(tx, head);
            }
            return new News(countBetween(tx, known.value1(), head), unread(tx));
        });
    }

    /// Takes note that the person saw all up to a revision as it happened.
    void leave(long revision) {
        present(sql, revision);
    }

    private void present(DSLContext tx, long revision) {
        tx.update(VISIT)
                .set(VISIT.PRESENT, greatest(VISIT.PRESENT, val(revision)))
                .where(VISIT.USER_ID.eq(user.value()))
                .and(VISIT.BRANCH_ID.eq(branch.value()))
                .execute();
    }

    /// Takes note that the person read the activity up to a revision.
    void read(long revision) {
        sql.update(VISIT)
                .set(VISIT.LOOKED, greatest(VISIT.LOOKED, val(revision)))
                .where(VISIT.USER_ID.eq(user.value()))
                .and(VISIT.BRANCH_ID.eq(branch.value()))
                .execute();
    }

    /// Takes note that the person saw these nodes.
    void look(Collection<NodeId> nodes) {
        sql.deleteFrom(UNREAD)
                .where(UNREAD.USER_ID.eq(user.value()))
                .and(UNREAD.BRANCH_ID.eq(branch.value()))
                .and(UNREAD.NODE_ID.eq(any(nodes.stream().map(NodeId::value).toArray(String[]::new))))
                .execute();
    }

    private void forgetRemoved(DSLContext tx) {
        tx.deleteFrom(UNREAD)
                .where(UNREAD.USER_ID.eq(user.value()))
                .and(UNREAD.BRANCH_ID.eq(branch.value()))
                .and(notExists(selectOne()
                        .from(NODE)
                        .where(NODE.BRANCH_ID.eq(UNREAD.BRANCH_ID))
                        .and(NODE.NODE_ID.eq(UNREAD.NODE_ID))))
                .execute();
    }

    private void noteUnread(DSLContext tx, long after) {
        tx.execute("""
                insert into unread (user_id, branch_id, node_id, fields)
                select {0}, {1}, edit ->> 'node', coalesce(array_agg(distinct edit ->> 'field')
                    filter (where edit ->> 'field' is not null), '{}')
                from (select edits from change where branch_id = {1} and revision > {2} and author_id <> {0}
                      order by revision desc limit {3}) as theirs
                cross join jsonb_array_elements(edits) as edit
                where edit ->> 'op' <> 'remove' and edit ->> 'node' is not null
                group by edit ->> 'node'
                on conflict (user_id, branch_id, node_id) do update
                  set fields = array(select unnest(unread.fields) union select unnest(excluded.fields))
                """, val(user.value()), val(branch.value()), val(after), val(MAX_CHANGES));
    }

    /// Whoever follows the room from a revision on counts what comes after it.
    private int countBetween(DSLContext tx, long after, long until) {
        return tx.fetchCount(tx.selectDistinct(
                        CHANGE.AUTHOR_ID, CHANGE.CLIENT, coalesce(CHANGE.STEP, CHANGE.REVISION.cast(String.class)))
                .from(CHANGE)
                .where(CHANGE.BRANCH_ID.eq(branch.value()))
                .and(CHANGE.REVISION.gt(after))
                .and(CHANGE.REVISION.le(until))
                .and(CHANGE.AUTHOR_ID.ne(user.value()))
                .limit(News.MAX_COUNTED));
    }

    private Map<NodeId, Set<String>> unread(DSLContext tx) {
        Map<NodeId, Set<String>> nodes = new HashMap<>();
        tx.select(UNREAD.NODE_ID, UNREAD.FIELDS)
                .from(UNREAD)
                .where(UNREAD.USER_ID.eq(user.value()))
                .and(UNREAD.BRANCH_ID.eq(branch.value()))
                .forEach(row -> nodes.put(new NodeId(row.value1()), Set.copyOf(Arrays.asList(row.value2()))));
        return nodes;
    }
}
