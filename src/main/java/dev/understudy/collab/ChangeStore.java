package dev.understudy.collab;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.BRANCH;
import static dev.understudy.db.Tables.CHANGE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.max;

import dev.understudy.edit.StoredEdits;
import dev.understudy.edit.StoredEditsJson;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.Environment;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.team.TokenId;
import dev.understudy.team.UserId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import tools.jackson.databind.json.JsonMapper;

/// The log of a branch. The primary key of its rows is what puts changes in order, across processes.
final class ChangeStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Changes that are read at a time, each of which may be as large as a document.
    private static final int AT_ONCE = 10;

    /// Of edits that are read one after the other, as the log has them: some seconds of work.
    private static final long MAX_READ_CHARACTERS = 200_000_000;

    /// Of edits that are kept together by whoever reads them.
    private static final long MAX_HELD_CHARACTERS = 60_000_000;

    private static final List<? extends Field<?>> BUT_EDITS = Arrays.stream(CHANGE.fields())
            .filter(field -> !field.equals(CHANGE.EDITS))
            .toList();

    private final DSLContext sql;
    private final BranchId branch;

    ChangeStore(DSLContext sql, BranchId branch) {
        this.sql = sql;
        this.branch = branch;
    }

    /// What a room starts from.
    Snapshot load() {
        return sql.transactionResult(transaction -> {
            DSLContext tx = transaction.dsl();
            tx.execute("set transaction isolation level repeatable read, read only");
            return new Snapshot(revision(tx), NodeStore.load(tx, branch));
        });
    }

    long revision() {
        return revision(sql);
    }

    /// Writes changes with consecutive revisions and what they mean for the nodes, in one transaction.
    ///
    /// @return false if another process took one of the revisions, or committed one of the submissions;
    ///         nothing was written then
    boolean append(List<Entry> entries, NodeDelta delta, Environment after) {
        boolean named = delta.written().stream().anyMatch(node -> node.parent() == null);
        try {
            CommitStore.write(sql, branch, entries, delta, named ? after.root().get(Schema.ENVIRONMENT_NAME) : null);
            return true;
        } catch (RuntimeException failure) {
            if (DatabaseFailure.isTaken(failure)) {
                return false;
            }
            throw DatabaseFailure.isOfReference(failure) && isGone()
                    ? new RoomUnavailable("This environment was deleted for good.", failure)
                    : failure;
        }
    }

    private boolean isGone() {
        return !sql.fetchExists(BRANCH, BRANCH.ID.eq(branch.value()));
    }

    List<CommittedChange> after(long revision, int max) {
        return select().where(CHANGE.BRANCH_ID.eq(branch.value()))
                .and(CHANGE.REVISION.gt(revision))
                .orderBy(CHANGE.REVISION)
                .limit(max)
                .fetch(ChangeStore::committed);
    }

    /// See [Room#touches].
    Optional<List<Touch>> touches(Set<NodeId> nodes, long after, long until, int max) {
        NodeLogStore log = new NodeLogStore(sql, branch);
        return log.count(nodes, after, until, max + 1) > max
                ? Optional.empty()
                : Optional.of(log.touches(nodes, after, until));
    }

    /// See [Room#readChangesOf].
    boolean readChangesOf(Set<NodeId> nodes, List<Long> revisions, Consumer<CommittedChange> reader) {
        return read(revisions, NodeLogStore.editsOf(nodes).as(CHANGE.EDITS), MAX_READ_CHARACTERS, reader);
    }

    /// See [Room#readChanges].
    boolean readChanges(List<Long> revisions, Consumer<CommittedChange> reader) {
        return read(revisions, CHANGE.EDITS, MAX_HELD_CHARACTERS, reader);
    }

    private boolean read(List<Long> revisions, Field<JSONB> edits, long max, Consumer<CommittedChange> reader) {
        long characters = 0;
        for (int from = 0; from < revisions.size(); from += AT_ONCE) {
            List<Long> part = revisions.subList(from, Math.min(from + AT_ONCE, revisions.size()));
            var rows = select(edits)
                    .where(CHANGE.BRANCH_ID.eq(branch.value()))
                    .and(CHANGE.REVISION.eq(any(part.toArray(Long[]::new))))
                    .orderBy(CHANGE.REVISION)
                    .fetch();
            for (Record row : rows) {
                characters += row.get(CHANGE.EDITS).data().length();
                if (characters > max) {
                    return false;
                }
                reader.accept(committed(row));
            }
        }
        return true;
    }

    /// The newest changes that removed something, newest first.
    List<CommittedChange> removals(int max) {
        return select().where(CHANGE.BRANCH_ID.eq(branch.value()))
                .and("edits @> '[{\"op\":\"remove\"}]'")
                .orderBy(CHANGE.REVISION.desc())
                .limit(max)
                .fetch(ChangeStore::committed);
    }

    /// The answers to those of the submissions that were committed before.
    Map<SubmissionId, Receipt> receipts(Collection<SubmissionId> ids) {
        Map<SubmissionId, Receipt> receipts = new HashMap<>();
        for (SubmissionId id : ids) {
            receipt(id).ifPresent(receipt -> receipts.put(id, receipt));
        }
        return receipts;
    }

    /// The highest number that a client has committed; -1 if none.
    long lastSeq(SubmissionId id) {
        Long last = sql.select(max(CHANGE.CLIENT_SEQ))
                .from(CHANGE)
                .where(CHANGE.BRANCH_ID.eq(branch.value()))
                .and(CHANGE.AUTHOR_ID.eq(id.author().value()))
                .and(CHANGE.CLIENT.eq(id.client()))
                .fetchOne(row -> row.value1());
        return last == null ? -1 : last;
    }

    private Optional<Receipt> receipt(SubmissionId id) {
        return select().where(CHANGE.BRANCH_ID.eq(branch.value()))
                .and(CHANGE.AUTHOR_ID.eq(id.author().value()))
                .and(CHANGE.CLIENT.eq(id.client()))
                .and(CHANGE.CLIENT_SEQ.eq(id.seq()))
                .fetchOptional(row -> new Receipt(
                        row.get(CHANGE.REVISION),
                        Receipt.Kind.valueOf(row.get(CHANGE.OUTCOME)),
                        committed(row).effects(),
                        NoteJson.read(JSON.readTree(row.get(CHANGE.NOTES).data()))));
    }

    private SelectOnConditionStep<Record> select() {
        return select(CHANGE.EDITS);
    }

    /// @param edits in the form of the column, all or some of them
    private SelectOnConditionStep<Record> select(Field<JSONB> edits) {
        return sql.select(BUT_EDITS)
                .select(edits, APP_USER.DISPLAY_NAME)
                .from(CHANGE)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(CHANGE.AUTHOR_ID));
    }

    private static CommittedChange committed(Record row) {
        String name = row.get(APP_USER.DISPLAY_NAME);
        StoredEdits stored = StoredEditsJson.read(
                row.get(CHANGE.FORM), JSON.readTree(row.get(CHANGE.EDITS).data()));
        return new CommittedChange(
                row.get(CHANGE.REVISION),
                new UserId(row.get(CHANGE.AUTHOR_ID)),
                name == null ? "Understudy" : name,
                Optional.ofNullable(row.get(CHANGE.TOKEN_ID)).map(TokenId::new),
                row.get(CHANGE.CLIENT),
                row.get(CHANGE.CLIENT_SEQ),
                Optional.ofNullable(row.get(CHANGE.STEP)),
                Origin.of(row.get(CHANGE.ORIGIN), row.get(CHANGE.TAKES_BACK)),
                row.get(CHANGE.AT).toInstant(),
                stored.effects(),
                row.get(CHANGE.SUMMARY),
                stored.whole());
    }

    @Override
    public String toString() {
        return branch.toString();
    }

    private long revision(DSLContext tx) {
        return tx.select(BRANCH.REVISION)
                .from(BRANCH)
                .where(BRANCH.ID.eq(branch.value()))
                .fetchSingle(row -> row.value1());
    }
}
