package dev.understudy.collab;

import static dev.understudy.db.Tables.MILESTONE;

import dev.understudy.edit.EditJson;
import dev.understudy.edit.Genesis;
import dev.understudy.edit.Replay;
import dev.understudy.edit.StoredEdits;
import dev.understudy.edit.StoredEditsJson;
import dev.understudy.edit.StoredFormJson;
import dev.understudy.environment.BranchId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import tools.jackson.databind.json.JsonMapper;

/// The rows of milestones. A document is stored as the first change of a branch would be that is born with it, in the
/// forms of the log: so it is read for as long as the log is.
final class MilestoneStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext sql;
    private final BranchId branch;

    MilestoneStore(DSLContext sql, BranchId branch) {
        this.sql = sql;
        this.branch = branch;
    }

    /// Does nothing if it is there.
    void write(Snapshot snapshot) {
        sql.insertInto(MILESTONE)
                .set(MILESTONE.BRANCH_ID, branch.value())
                .set(MILESTONE.REVISION, snapshot.revision())
                .set(MILESTONE.FORM, StoredFormJson.CURRENT)
                .set(MILESTONE.DOCUMENT, zipped(snapshot))
                .onConflictDoNothing()
                .execute();
    }

    /// The last one that is not after a revision and that this version can read.
    Optional<Snapshot> newestUpTo(long revision) {
        return sql.selectFrom(MILESTONE)
                .where(MILESTONE.BRANCH_ID.eq(branch.value()))
                .and(MILESTONE.REVISION.le(revision))
                .orderBy(MILESTONE.REVISION.desc())
                .limit(1)
                .fetchOptional()
                .flatMap(MilestoneStore::snapshot);
    }

    private static byte[] zipped(Snapshot snapshot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            JSON.writeValue(zip, EditJson.writeLog(Genesis.of(snapshot.environment())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Optional<Snapshot> snapshot(Record row) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(row.get(MILESTONE.DOCUMENT)))) {
            StoredEdits adds = StoredEditsJson.read(row.get(MILESTONE.FORM), JSON.readTree(zip));
            return adds.whole()
                    ? Optional.of(new Snapshot(row.get(MILESTONE.REVISION), Replay.first(adds.effects())))
                    : Optional.empty();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
