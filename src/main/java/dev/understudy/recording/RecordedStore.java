package dev.understudy.recording;

import static dev.understudy.db.Tables.RECORDED;
import static dev.understudy.db.Tables.RECORDED_CONTENT;
import static dev.understudy.db.Tables.RECORDING;

import dev.understudy.db.tables.records.RecordedRecord;
import dev.understudy.db.tables.records.RecordingRecord;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.HttpMethod;
import dev.understudy.observed.Answer;
import dev.understudy.observed.Observed;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The rows of what was taken down: each different request once, with its last answer. Who writes holds the row of the
/// recording, so that two processes count together.
@Component
class RecordedStore {

    /// Different requests of one recording.
    static final int MAX_REQUESTS = 1_000;

    /// The contents of one recording together.
    static final long MAX_BYTES = 100L * 1024 * 1024;

    /// What became of a batch.
    enum Written {
        KEPT,
        /// It had to stop: it holds as much as one may.
        FULL,
        /// There is no such recording any more.
        GONE
    }

    private final DSLContext sql;

    RecordedStore(DSLContext sql) {
        this.sql = sql;
    }

    /// Keeps what was taken down, also if the recording stopped meanwhile.
    ///
    /// @param leftOut requests that could not be
    Written write(BranchId branch, UUID id, List<Taken> batch, long leftOut) {
        return sql.transactionResult(all -> {
            Optional<RecordingRecord> recording = all.dsl()
                    .selectFrom(RECORDING)
                    .where(RECORDING.BRANCH_ID.eq(branch.value()), RECORDING.ID.eq(id))
                    .forUpdate()
                    .fetchOptional();
            return recording
                    .map(row -> new Writing(all.dsl(), row).write(batch, leftOut))
                    .orElse(Written.GONE);
        });
    }

    /// One batch on its way.
    private static final class Writing {

        private final DSLContext sql;
        private final RecordingRecord recording;
        private final UUID branch;
        private int requests;
        private long bytes;
        private boolean full;

        private Writing(DSLContext sql, RecordingRecord recording) {
            this.sql = sql;
            this.recording = recording;
            this.branch = recording.getBranchId();
            this.bytes = recording.getBytes();
            this.requests = sql.fetchCount(RECORDED, RECORDED.BRANCH_ID.eq(branch));
        }

        private Written write(List<Taken> batch, long leftOut) {
            long taken = 0;
            long refused = leftOut;
            for (Taken one : batch) {
                int times = one.observed().times();
                boolean kept = keep(one);
                taken += kept ? times : 0;
                refused += kept ? 0 : times;
            }
            recording.setTaken(recording.getTaken() + taken);
            recording.setLeftOut(recording.getLeftOut() + refused);
            recording.setBytes(bytes);
            recording.setNews(recording.getNews() + 1);
            boolean stops = full && recording.getStoppedAt() == null;
            if (stops) {
                recording.setStoppedAt(batch.getLast().at().atOffset(ZoneOffset.UTC));
                recording.setStoppedWhy("full");
            }
            sql.executeUpdate(recording);
            return stops ? Written.FULL : Written.KEPT;
        }

        private boolean keep(Taken taken) {
            String key = taken.observed().key();
            Optional<RecordedRecord> before = sql.selectFrom(RECORDED)
                    .where(RECORDED.BRANCH_ID.eq(branch), RECORDED.REQUEST.eq(key))
                    .fetchOptional();
            return before.map(row -> again(row, taken)).orElseGet(() -> first(key, taken));
        }

        private boolean first(String key, Taken taken) {
            if (requests >= MAX_REQUESTS || !hasRoom(taken)) {
                full = true;
                return false;
            }
            requests++;
            store(taken);
            Observed observed = taken.observed();
            RecordedRecord row = sql.newRecord(RECORDED);
            row.setBranchId(branch);
            row.setRequest(key);
            row.setMethod(observed.method().verb());
            row.setPath(observed.path());
            row.setQuery(observed.sent().query());
            row.setSent(RecordedJson.write(observed.sent(), observed.traits()));
            row.setTimes(observed.times());
            row.setOtherwise(observed.otherwise());
            fill(row, taken);
            row.insert();
            return true;
        }

        private boolean again(RecordedRecord row, Taken taken) {
            Observed observed = taken.observed();
            Answer answer = observed.answer();
            FileContent old = new FileContent(row.getHash(), row.getSize());
            boolean other = row.getStatus() != answer.status() || !old.equals(answer.content());
            row.setTimes(row.getTimes() + observed.times());
            row.setOtherwise(row.getOtherwise() + Math.max(observed.otherwise(), other ? 1 : 0));
            boolean newer = !taken.at().isBefore(row.getAt().toInstant());
            boolean fits = !other || hasRoom(taken);
            full |= !fits;
            if (newer && fits) {
                store(taken);
                fill(row, taken);
            }
            row.update();
            if (newer && fits && !old.equals(answer.content())) {
                forget(old);
            }
            return fits;
        }

        private static void fill(RecordedRecord row, Taken taken) {
            Answer answer = taken.observed().answer();
            row.setAt(taken.at().atOffset(ZoneOffset.UTC));
            row.setStatus(answer.status());
            row.setAnswer(RecordedJson.write(answer));
            row.setHash(answer.content().hash());
            row.setSize(answer.content().size());
        }

        private boolean hasRoom(Taken taken) {
            return bytes + taken.content().length <= MAX_BYTES;
        }

        private void store(Taken taken) {
            FileContent content = taken.observed().answer().content();
            int stored = sql.insertInto(RECORDED_CONTENT)
                    .values(branch, content.hash(), content.size(), taken.content())
                    .onConflictDoNothing()
                    .execute();
            bytes += stored > 0 ? content.size() : 0;
        }

        /// What no request was answered with last.
        private void forget(FileContent content) {
            int gone = sql.deleteFrom(RECORDED_CONTENT)
                    .where(
                            RECORDED_CONTENT.BRANCH_ID.eq(branch),
                            RECORDED_CONTENT.HASH.eq(content.hash()),
                            DSL.notExists(DSL.selectOne()
                                    .from(RECORDED)
                                    .where(RECORDED.BRANCH_ID.eq(branch), RECORDED.HASH.eq(content.hash()))))
                    .execute();
            bytes -= gone > 0 ? content.size() : 0;
        }
    }

    /// What was taken down, the oldest answers first.
    List<Taken> observed(BranchId branch) {
        return sql.selectFrom(RECORDED)
                .where(RECORDED.BRANCH_ID.eq(branch.value()))
                .orderBy(RECORDED.AT, RECORDED.REQUEST)
                .fetch(row -> new Taken(read(row), row.getAt().toInstant(), new byte[0]));
    }

    private static Observed read(RecordedRecord row) {
        FileContent content = new FileContent(row.getHash(), row.getSize());
        return new Observed(
                HttpMethod.valueOf(row.getMethod()),
                row.getPath(),
                RecordedJson.traits(row.getSent()),
                RecordedJson.sent(row.getSent(), row.getQuery()),
                RecordedJson.answer(row.getAnswer(), row.getStatus(), content),
                row.getTimes(),
                row.getOtherwise());
    }

    /// The bytes of a content; empty if it is not there any more.
    Optional<byte[]> content(BranchId branch, FileContent content) {
        return sql.select(RECORDED_CONTENT.BYTES)
                .from(RECORDED_CONTENT)
                .where(RECORDED_CONTENT.BRANCH_ID.eq(branch.value()), RECORDED_CONTENT.HASH.eq(content.hash()))
                .fetchOptional(Record1::value1);
    }
}
