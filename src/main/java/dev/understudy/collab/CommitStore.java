package dev.understudy.collab;

import static org.jooq.impl.DSL.val;

import dev.understudy.edit.EditJson;
import dev.understudy.edit.StoredFormJson;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.EnvironmentJson;
import dev.understudy.environment.NodeId;
import dev.understudy.team.TokenId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TreeNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes changes and what they add up to: the log, the rows of nodes, the ids that are gone, the revision of the
/// branch and the name of the environment. It is one statement, whatever is in it, and so one way to the database and
/// one transaction. The log is written first: its primary key is the lock.
final class CommitStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String COMMIT = """
            with log as (
              insert into change
                (branch_id, revision, author_id, client, client_seq, at, outcome, notes, summary, form, edits,
                 token_id, step, origin, takes_back)
              select {0}, revision, author, client, seq, at, outcome, notes::jsonb, summary, {1}, edits::jsonb,
                token::uuid, step, origin, takes_back::bigint[]
              from unnest({2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {20}, {21}, {22}, {23})
                as rows(revision, author, client, seq, at, outcome, notes, summary, edits, token, step, origin, takes_back)
              returning revision),
            logged as (select max(revision) as head from log),
            written as (
              insert into node (branch_id, node_id, kind, parent_id, list, position, fields, extras, form)
              select {0}, id, kind, parent, list, position, fields::jsonb, extras::jsonb, {1}
              from logged cross join unnest({11}, {12}, {13}, {14}, {15}, {16}, {17})
                as rows(id, kind, parent, list, position, fields, extras)
              on conflict (branch_id, node_id) do update set
                kind = excluded.kind, parent_id = excluded.parent_id, list = excluded.list,
                position = excluded.position, fields = excluded.fields, extras = excluded.extras,
                form = excluded.form),
            back as (
              delete from removed_node using logged where branch_id = {0} and node_id = any ({11})),
            gone as (
              delete from node using logged where branch_id = {0} and node_id = any ({18})),
            remembered as (
              insert into removed_node (branch_id, node_id, revision)
              select {0}, id, head from logged cross join unnest({18}) as rows(id)
              on conflict (branch_id, node_id) do update set revision = excluded.revision),
            named as (
              update environment set name = {19} from logged, branch
              where {19} is not null and branch.id = {0} and environment.id = branch.environment_id)
            update branch set revision = head from logged where id = {0}
            """;

    private CommitStore() {}

    /// Writes changes with consecutive revisions.
    ///
    /// @param name the new name of the environment; null if it is not written
    static void write(DSLContext sql, BranchId branch, List<Entry> entries, NodeDelta delta, @Nullable String name) {
        Field<String[]> written = texts(delta.written(), node -> node.id().value());
        sql.execute(
                COMMIT,
                val(branch.value()),
                val(StoredFormJson.CURRENT),
                val(column(entries, entry -> entry.committed().revision()).toArray(Long[]::new)),
                val(column(entries, entry -> entry.committed().author().value()).toArray(UUID[]::new)),
                texts(entries, entry -> entry.committed().client()),
                val(column(entries, entry -> entry.committed().seq()).toArray(Long[]::new)),
                val(column(entries, entry -> entry.committed().at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new)),
                texts(entries, entry -> entry.receipt().kind().name()),
                texts(entries, entry -> json(NoteJson.write(entry.receipt().notes()))),
                texts(entries, entry -> entry.committed().summary()),
                texts(entries, entry -> json(EditJson.writeLog(entry.committed().effects()))),
                written,
                texts(delta.written(), node -> node.kind().wireName()),
                texts(
                        delta.written(),
                        node -> node.parent() == null ? null : node.parent().value()),
                texts(delta.written(), node -> node.slot().listName().orElse(null)),
                texts(delta.written(), node -> node.order().value()),
                texts(delta.written(), node -> json(EnvironmentJson.writeStored(node))),
                texts(delta.written(), node -> json(EnvironmentJson.writeExtras(node.extras()))),
                texts(delta.removed(), NodeId::value),
                DSL.val(name, String.class),
                texts(
                        entries,
                        entry ->
                                entry.committed().token().map(TokenId::toString).orElse(null)),
                texts(entries, entry -> entry.committed().step().orElse(null)),
                texts(entries, entry -> origin(entry.committed().origin())),
                texts(entries, entry -> takesBack(entry.committed().origin())));
    }

    private static @Nullable String origin(Origin origin) {
        return origin.kind() == Origin.Kind.MADE ? null : origin.kind().name();
    }

    /// Arrays of arrays must be of one length, so each goes as a text.
    private static @Nullable String takesBack(Origin origin) {
        return origin.takesBack().isEmpty()
                ? null
                : origin.takesBack().stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(TreeNode value) {
        return JSON.writeValueAsString(value);
    }

    private static <T, V> List<V> column(List<T> rows, Function<T, V> column) {
        return rows.stream().map(column).toList();
    }

    private interface Column<T> {
        @Nullable
        String of(T row);
    }

    private static <T> Field<String[]> texts(Collection<T> rows, Column<T> column) {
        return val(rows.stream().map(column::of).toArray(String[]::new), String[].class);
    }
}
