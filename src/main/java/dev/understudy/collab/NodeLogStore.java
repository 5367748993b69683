package dev.understudy.collab;

import static dev.understudy.db.Tables.CHANGE;
import static dev.understudy.db.Tables.CHANGE_NODE;
import static dev.understudy.db.Tables.REMOVED_NODE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import dev.understudy.edit.Effect;
import dev.understudy.edit.StoredEditsJson;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.NodeId;
import dev.understudy.team.TokenId;
import dev.understudy.team.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/// What happened to single nodes of a branch, found without reading the rest of its log. The database writes the index
/// beside each change, whichever version of the software made it.
final class NodeLogStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext sql;
    private final BranchId branch;

    NodeLogStore(DSLContext sql, BranchId branch) {
        this.sql = sql;
        this.branch = branch;
    }

    /// How many changes of the nodes there are after a revision and up to another, counted for each node.
    ///
    /// @param max no more than these are counted
    int count(Set<NodeId> nodes, long after, long until, int max) {
        return sql.fetchCount(sql.select(CHANGE_NODE.REVISION)
                .from(CHANGE_NODE)
                .where(within(nodes, after, until))
                .limit(max));
    }

    /// The revisions after one and up to another that touched any of the nodes, in order.
    List<Long> revisions(Set<NodeId> nodes, long after, long until) {
        return sql.selectDistinct(CHANGE_NODE.REVISION)
                .from(CHANGE_NODE)
                .where(within(nodes, after, until))
                .orderBy(CHANGE_NODE.REVISION)
                .fetch(row -> row.value1());
    }

    /// Like [#revisions], with who made the changes.
    List<Touch> touches(Set<NodeId> nodes, long after, long until) {
        return sql.selectDistinct(CHANGE.REVISION, CHANGE.AUTHOR_ID, CHANGE.TOKEN_ID)
                .from(CHANGE_NODE)
                .join(CHANGE)
                .on(CHANGE.BRANCH_ID.eq(CHANGE_NODE.BRANCH_ID).and(CHANGE.REVISION.eq(CHANGE_NODE.REVISION)))
                .where(within(nodes, after, until))
                .orderBy(CHANGE.REVISION)
                .fetch(row -> new Touch(
                        row.value1(),
                        new UserId(row.value2()),
                        Optional.ofNullable(row.value3()).map(TokenId::new)));
    }

    private Condition within(Set<NodeId> nodes, long after, long until) {
        return CHANGE_NODE
                .BRANCH_ID
                .eq(branch.value())
                .and(CHANGE_NODE.NODE_ID.eq(any(ids(nodes))))
                .and(CHANGE_NODE.REVISION.gt(after))
                .and(CHANGE_NODE.REVISION.le(until));
    }

    /// What some changes did to the nodes, oldest first, without what they did to others.
    List<Effect> effects(Set<NodeId> nodes, List<Long> revisions) {
        return sql
                .select(CHANGE.FORM, editsOf(nodes))
                .from(CHANGE)
                .where(CHANGE.BRANCH_ID.eq(branch.value()))
                .and(CHANGE.REVISION.eq(any(revisions.toArray(Long[]::new))))
                .orderBy(CHANGE.REVISION)
                .fetch(row -> StoredEditsJson.read(
                                row.value1(), JSON.readTree(row.value2().data()))
                        .effects())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /// Those edits of a change that are about the nodes, or remove them with what they stand in.
    static Field<JSONB> editsOf(Set<NodeId> nodes) {
        return field("""
                (select jsonb_agg(edit order by number)
                 from jsonb_array_elements({0}) with ordinality as listed(edit, number)
                 where edit ->> 'node' = any({1})
                   or edit ->> 'op' = 'remove' and exists (
                     select from jsonb_array_elements(edit -> 'inverse') as back where back ->> 'node' = any({1})))
                """, JSONB.class, CHANGE.EDITS, val(ids(nodes)));
    }

    /// Those of the ids that were there once and are gone.
    Set<NodeId> removed(Set<NodeId> nodes) {
        return sql.select(REMOVED_NODE.NODE_ID)
                .from(REMOVED_NODE)
                .where(REMOVED_NODE.BRANCH_ID.eq(branch.value()))
                .and(REMOVED_NODE.NODE_ID.eq(any(ids(nodes))))
                .fetchSet(row -> new NodeId(row.value1()));
    }

    private static String[] ids(Set<NodeId> nodes) {
        return nodes.stream().map(NodeId::value).toArray(String[]::new);
    }
}
