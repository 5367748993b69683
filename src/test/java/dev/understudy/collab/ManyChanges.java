package dev.understudy.collab;

import static org.jooq.impl.DSL.val;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.NodeId;
import org.jooq.DSLContext;

/// Makes logs long, faster than any room could: as if somebody had set the label of a response again and again.
final class ManyChanges {

    private ManyChanges() {}

    /// Adds changes up to and including a revision.
    static void grow(DSLContext sql, BranchId branch, NodeId response, long until) {
        sql.transaction(transaction -> {
            transaction.dsl().execute("""
                    insert into change (branch_id, revision, author_id, client, client_seq, at, outcome, notes, summary, edits)
                    select id, n, gen_random_uuid(), 'long log', n, now(), 'COMMITTED', '[]', 'Label',
                      jsonb_build_array(jsonb_build_object('op', 'set', 'node', {1}, 'field', 'label', 'value', 'v' || n,
                        'inverse', jsonb_build_array(jsonb_build_object('op', 'set', 'node', {1}, 'field', 'label',
                          'value', 'v' || (n - 1)))))
                    from branch, generate_series(revision + 1, {2}) as n where id = {0}
                    """, val(branch.value()), val(response.value()), val(until));
            transaction.dsl().execute("""
                    update node set fields = fields || jsonb_build_object('label', 'v' || {2})
                    where branch_id = {0} and node_id = {1}
                    """, val(branch.value()), val(response.value()), val(until));
            transaction
                    .dsl()
                    .execute("update branch set revision = {1} where id = {0}", val(branch.value()), val(until));
        });
    }
}
