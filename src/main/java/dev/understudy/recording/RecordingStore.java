package dev.understudy.recording;

import static dev.understudy.db.Tables.RECORDED;
import static dev.understudy.db.Tables.RECORDING;
import static org.jooq.impl.DSL.selectCount;

import dev.understudy.db.tables.records.RecordingRecord;
import dev.understudy.environment.BranchId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The rows that say what is recorded: one for each branch at most.
@Component
class RecordingStore {

    private final DSLContext sql;

    RecordingStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Recording> find(BranchId branch) {
        Field<Integer> requests =
                DSL.field(selectCount().from(RECORDED).where(RECORDED.BRANCH_ID.eq(RECORDING.BRANCH_ID)));
        return sql.select(RECORDING.asterisk(), requests)
                .from(RECORDING)
                .where(RECORDING.BRANCH_ID.eq(branch.value()))
                .fetchOptional(row -> read(row.into(RECORDING), row.get(requests)));
    }

    private static Recording read(RecordingRecord row, int requests) {
        Optional<Recording.Stop> stop = Optional.ofNullable(row.getStoppedAt())
                .map(at -> new Recording.Stop(
                        at.toInstant(), Optional.ofNullable(row.getStoppedName()), why(row.getStoppedWhy())));
        return new Recording(
                row.getId(),
                row.getStartedName(),
                row.getStartedAt().toInstant(),
                row.getEndsAt().toInstant(),
                stop,
                row.getTaken(),
                requests,
                row.getLeftOut());
    }

    private static Recording.Why why(String word) {
        return Arrays.stream(Recording.Why.values())
                .filter(why -> word(why).equals(word))
                .findFirst()
                .orElse(Recording.Why.PERSON);
    }

    private static String word(Recording.Why why) {
        return why.name().toLowerCase(Locale.ROOT);
    }

    /// Begins one, or goes on with one that has stopped; one that runs is left as it is.
    void begin(BranchId branch, UUID id, String by, Instant now, Duration limit) {
        OffsetDateTime at = utc(now);
        sql.insertInto(RECORDING)
                .set(RECORDING.BRANCH_ID, branch.value())
                .set(RECORDING.ID, id)
                .set(RECORDING.STARTED_NAME, by)
                .set(RECORDING.STARTED_AT, at)
                .set(RECORDING.ENDS_AT, at.plus(limit))
                .set(RECORDING.TAKEN, 0L)
                .set(RECORDING.LEFT_OUT, 0L)
                .set(RECORDING.BYTES, 0L)
                .set(RECORDING.NEWS, 0L)
                .onConflict(RECORDING.BRANCH_ID)
                .doUpdate()
                .set(RECORDING.STARTED_NAME, by)
                .set(RECORDING.STARTED_AT, at)
                .set(RECORDING.ENDS_AT, at.plus(limit))
                .setNull(RECORDING.STOPPED_AT)
                .setNull(RECORDING.STOPPED_NAME)
                .setNull(RECORDING.STOPPED_WHY)
                .where(RECORDING.STOPPED_AT.isNotNull())
                .execute();
    }

    /// Ends it, if it runs.
    void stop(BranchId branch, String by, Instant now) {
        sql.update(RECORDING)
                .set(RECORDING.STOPPED_AT, utc(now))
                .set(RECORDING.STOPPED_NAME, by)
                .set(RECORDING.STOPPED_WHY, word(Recording.Why.PERSON))
                .where(RECORDING.BRANCH_ID.eq(branch.value()), RECORDING.STOPPED_AT.isNull())
                .execute();
    }

    /// Ends those whose time is over.
    ///
    /// @return their branches
    List<BranchId> expire(Instant now) {
        return sql.update(RECORDING)
                .set(RECORDING.STOPPED_AT, RECORDING.ENDS_AT)
                .set(RECORDING.STOPPED_WHY, word(Recording.Why.TIME))
                .where(RECORDING.STOPPED_AT.isNull(), RECORDING.ENDS_AT.le(utc(now)))
                .returning(RECORDING.BRANCH_ID)
                .fetch(row -> new BranchId(row.getBranchId()));
    }

    /// Forgets it with all that it holds; false if there is none, or another one.
    boolean forget(BranchId branch, UUID id) {
        return sql.deleteFrom(RECORDING)
                        .where(RECORDING.BRANCH_ID.eq(branch.value()), RECORDING.ID.eq(id))
                        .execute()
                > 0;
    }

    /// Forgets those that stopped before a moment.
    int forgetStopped(Instant before) {
        return sql.deleteFrom(RECORDING)
                .where(RECORDING.STOPPED_AT.lt(utc(before)))
                .execute();
    }

    /// Those that run now, by branch.
    Map<BranchId, UUID> running() {
        Map<BranchId, UUID> running = new HashMap<>();
        sql.select(RECORDING.BRANCH_ID, RECORDING.ID)
                .from(RECORDING)
                .where(RECORDING.STOPPED_AT.isNull())
                .forEach(row -> running.put(new BranchId(row.value1()), row.value2()));
        return running;
    }

    Optional<UUID> running(BranchId branch) {
        return sql.select(RECORDING.ID)
                .from(RECORDING)
                .where(RECORDING.BRANCH_ID.eq(branch.value()), RECORDING.STOPPED_AT.isNull())
                .fetchOptional(RECORDING.ID);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
