package dev.understudy.history.activity;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.CHANGE;
import static dev.understudy.db.Tables.CHANGE_NODE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.orderBy;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import dev.understudy.collab.Origin;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.NodeId;
import dev.understudy.team.UserId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// Looks through the log of a branch from its end. What it costs is bounded by [#MAX_LOOKED_AT] and [#MAX_BYTES],
/// however
/// long the log is, however large its changes are and however little of it passes the filter.
final class ActivityStore {

    /// Rows of the log that are looked at for one page.
    static final int MAX_LOOKED_AT = 20_000;

    /// Of edits that are looked into for one page, as the database keeps them.
    static final long MAX_BYTES = 8L * 1024 * 1024;

    /// What the edits of a change are about, found without taking them apart: they may be as large as a document.
    private static final Field<String[]> NODES = field(
                    """
            array(select node from jsonb_array_elements_text(jsonb_path_query_array({0}, '$[*].node'))
                    with ordinality as listed(node, number)
                  group by node order by min(number) limit {1})
            """, String[].class, CHANGE.EDITS, val(ActivityEntry.MAX_NODES + 1))
            .as("nodes");

    private static final Field<String[]> OPERATIONS =
            field("""
            array(select distinct jsonb_array_elements_text(jsonb_path_query_array({0}, '$[*].op')))
            """, String[].class, CHANGE.EDITS).as("operations");

    private static final Field<Long> LOOKED_AT = field(name("looked", "revision"), Long.class);

    private final DSLContext sql;
    private final BranchId branch;

    ActivityStore(DSLContext sql, BranchId branch) {
        this.sql = sql;
        this.branch = branch;
    }

    /// The newest changes before a revision that pass.
    ///
    /// @param max entries, at most
    ActivityPage page(ActivityFilter filter, long before, int max) {
        CommonTableExpression<Record1<Long>> looked =
                name("looked").fields("revision").as(affordable(filter, before));
        List<ActivityEntry> entries = sql.with(looked)
                .select(
                        CHANGE.REVISION,
                        CHANGE.AUTHOR_ID,
                        CHANGE.TOKEN_ID,
                        CHANGE.AT,
                        CHANGE.ORIGIN,
                        CHANGE.SUMMARY,
                        APP_USER.DISPLAY_NAME,
                        NODES,
                        OPERATIONS)
                .from(looked)
                .join(CHANGE)
                .on(CHANGE.BRANCH_ID.eq(branch.value()).and(CHANGE.REVISION.eq(LOOKED_AT)))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(CHANGE.AUTHOR_ID))
                .where(passes(filter))
                .orderBy(CHANGE.REVISION.desc())
                .limit(max)
                .fetch(ActivityStore::entry);
        if (entries.size() == max) {
            return new ActivityPage(entries, OptionalLong.of(entries.getLast().revision()));
        }
        Record bounds =
                sql.with(looked).select(count(), min(LOOKED_AT)).from(looked).fetchSingle();
        Long last = bounds.get(1, Long.class);
        boolean more = last != null
                && (bounds.get(0, Integer.class) == MAX_LOOKED_AT || sql.fetchExists(candidates(filter, last, 1)));
        return new ActivityPage(entries, more ? OptionalLong.of(last) : OptionalLong.empty());
    }

    /// As many of the candidates as are not too large together, the newest one in any case. Their sizes are known
    /// without reading them.
    private Select<Record1<Long>> affordable(ActivityFilter filter, long before) {
        Field<Long> size = field("pg_column_size({0})", Long.class, CHANGE.EDITS);
        Table<?> sized = select(
                        CHANGE.REVISION,
                        size.as("size"),
                        sum(size).over(orderBy(CHANGE.REVISION.desc())).as("total"))
                .from(candidates(filter, before, MAX_LOOKED_AT).asTable("candidate", "revision"))
                .join(CHANGE)
                .on(CHANGE.BRANCH_ID
                        .eq(branch.value())
                        .and(CHANGE.REVISION.eq(field(name("candidate", "revision"), Long.class))))
                .asTable("sized");
        return select(field(name("sized", "revision"), Long.class))
                .from(sized)
                .where(field(name("sized", "total"), Long.class)
                        .minus(field(name("sized", "size"), Long.class))
                        .lt(MAX_BYTES));
    }

    /// The revisions that an index finds, newest first.
    private Select<Record1<Long>> candidates(ActivityFilter filter, long before, int max) {
        if (!filter.nodes().isEmpty()) {
            String[] nodes = filter.nodes().stream().map(NodeId::value).toArray(String[]::new);
            return selectDistinct(CHANGE_NODE.REVISION)
                    .from(CHANGE_NODE)
                    .where(CHANGE_NODE.BRANCH_ID.eq(branch.value()))
                    .and(CHANGE_NODE.NODE_ID.eq(any(nodes)))
                    .and(CHANGE_NODE.REVISION.lt(before))
                    .orderBy(CHANGE_NODE.REVISION.desc())
                    .limit(max);
        }
        return select(CHANGE.REVISION)
                .from(CHANGE)
                .where(CHANGE.BRANCH_ID.eq(branch.value()))
                .and(filter.author()
                        .map(author -> CHANGE.AUTHOR_ID.eq(author.value()))
                        .orElse(noCondition()))
                .and(CHANGE.REVISION.lt(before))
                .orderBy(CHANGE.REVISION.desc())
                .limit(max);
    }

    private static Condition passes(ActivityFilter filter) {
        return filter.author()
                .map(author -> CHANGE.AUTHOR_ID.eq(author.value()))
                .orElse(noCondition())
                .and(
                        filter.text().isEmpty()
                                ? noCondition()
                                : TextFilter.of(
                                        filter.text(), CHANGE.BRANCH_ID, CHANGE.REVISION, CHANGE.SUMMARY, CHANGE.EDITS))
                .and(filter.from()
                        .map(from -> CHANGE.AT.ge(from.atOffset(ZoneOffset.UTC)))
                        .orElse(noCondition()))
                .and(filter.until()
                        .map(until -> CHANGE.AT.lt(until.atOffset(ZoneOffset.UTC)))
                        .orElse(noCondition()))
                .and(filter.deed().map(ActivityStore::does).orElse(noCondition()))
                .and(filter.field()
                        .map(field -> setsFieldOf(filter.nodes(), field))
                        .orElse(noCondition()));
    }

    private static Condition does(Deed deed) {
        return condition(
                "jsonb_exists_any(jsonb_path_query_array({0}, '$[*].op'), {1})",
                CHANGE.EDITS, val(deed.operations().toArray(String[]::new)));
    }

    private static Condition setsFieldOf(Set<NodeId> nodes, String field) {
        return condition(
                """
                jsonb_path_exists({0}, '$[*] ? (@.node == $nodes[*] &&
                    (@.field == $field || @.op == "add" || @.op == "remove"))',
                  jsonb_build_object('nodes', to_jsonb({1}), 'field', {2}))
                """, CHANGE.EDITS, val(nodes.stream().map(NodeId::value).toArray(String[]::new)), val(field));
    }

    private static ActivityEntry entry(Record row) {
        @Nullable String author = row.get(APP_USER.DISPLAY_NAME);
        List<NodeId> nodes = Arrays.stream(row.get(NODES)).map(NodeId::new).toList();
        boolean large = nodes.size() > ActivityEntry.MAX_NODES;
        Set<Deed> deeds = EnumSet.noneOf(Deed.class);
        Arrays.stream(row.get(OPERATIONS))
                .map(Deed::ofOperation)
                .flatMap(Optional::stream)
                .forEach(deeds::add);
        return new ActivityEntry(
                row.get(CHANGE.REVISION),
                new UserId(row.get(CHANGE.AUTHOR_ID)),
                author == null ? "Understudy" : author,
                row.get(CHANGE.TOKEN_ID) != null,
                row.get(CHANGE.AT).toInstant(),
                Origin.of(row.get(CHANGE.ORIGIN), null).kind(),
                row.get(CHANGE.SUMMARY),
                deeds,
                large ? nodes.subList(0, ActivityEntry.MAX_NODES) : nodes,
                large);
    }
}
