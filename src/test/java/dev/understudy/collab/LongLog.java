package dev.understudy.collab;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Gives an environment a long past, by SQL. To be called before its room is open anywhere.
final class LongLog {

    private LongLog() {}

    /// Adds so many changes that set the name of the environment to what it is.
    static void fill(DSLContext sql, String environment, int changes) {
        if (changes == 0) {
            return;
        }
        sql.execute("""
                insert into change (branch_id, revision, author_id, client, client_seq, at, outcome, notes, summary, form, edits)
                select branch_id, change.revision + number, author_id, 'past', number, at, outcome, notes, 'renamed it', form,
                  jsonb_build_array(jsonb_build_object('op', 'set', 'node', root, 'field', 'name', 'value', 'Load',
                    'inverse', jsonb_build_array(jsonb_build_object(
                      'op', 'set', 'node', root, 'field', 'name', 'value', 'Load'))))
                from change
                join branch on branch.id = branch_id and environment_id = {0}::uuid
                join (select branch_id as of, node_id as root from node where parent_id is null) roots on of = branch_id
                cross join generate_series(1, {1}) as numbers(number)
                """, DSL.val(environment), DSL.val(changes));
        sql.execute(
                "update branch set revision = revision + {1} where environment_id = {0}::uuid",
                DSL.val(environment), DSL.val(changes));
        sql.execute("vacuum analyze change");
    }
}
