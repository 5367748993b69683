package dev.understudy.asset;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.ASSET;
import static dev.understudy.db.Tables.ENVIRONMENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.team.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// The rows of `asset`.
final class AssetStore {

    /// How many files an environment has, and how many bytes they are together.
    record Usage(int files, long bytes) {}

    private final DSLContext sql;

    AssetStore(DSLContext sql) {
        this.sql = sql;
    }

    /// Keeps two from counting at the same time.
    void lock(EnvironmentId environment) {
        sql.selectOne()
                .from(ENVIRONMENT)
                .where(ENVIRONMENT.ID.eq(environment.value()))
                .forUpdate()
                .execute();
    }

    /// Of all files but the one that is to be replaced.
    Usage usageBeside(EnvironmentId environment, AssetPath path) {
        return sql.select(count(), coalesce(sum(ASSET.SIZE), BigDecimal.ZERO))
                .from(ASSET)
                .where(ASSET.ENVIRONMENT_ID.eq(environment.value()))
                .and(ASSET.PATH.ne(path.text()))
                .fetchSingle(row -> new Usage(row.value1(), row.value2().longValue()));
    }

    /// True if it replaces a file.
    boolean put(EnvironmentId environment, AssetPath path, byte[] bytes, UserId by, Instant at) {
        boolean replaced = remove(environment, path);
        sql.insertInto(ASSET)
                .set(ASSET.ENVIRONMENT_ID, environment.value())
                .set(ASSET.PATH, path.text())
                .set(ASSET.SIZE, bytes.length)
                .set(ASSET.BYTES, bytes)
                .set(ASSET.UPLOADED_BY, by.value())
                .set(ASSET.UPLOADED_AT, at.atOffset(ZoneOffset.UTC))
                .execute();
        return replaced;
    }

    boolean remove(EnvironmentId environment, AssetPath path) {
        return sql.deleteFrom(ASSET)
                        .where(ASSET.ENVIRONMENT_ID.eq(environment.value()))
                        .and(ASSET.PATH.eq(path.text()))
                        .execute()
                > 0;
    }

    boolean contains(EnvironmentId environment, String path) {
        return sql.fetchExists(ASSET, ASSET.ENVIRONMENT_ID.eq(environment.value()), ASSET.PATH.eq(path));
    }

    /// False if there is none at the first path. There must be none at the second.
    boolean rename(EnvironmentId environment, AssetPath from, AssetPath to) {
        return sql.update(ASSET)
                        .set(ASSET.PATH, to.text())
                        .where(ASSET.ENVIRONMENT_ID.eq(environment.value()))
                        .and(ASSET.PATH.eq(from.text()))
                        .execute()
                > 0;
    }

    List<Asset> list(EnvironmentId environment) {
        return sql.select(ASSET.PATH, ASSET.SIZE, ASSET.UPLOADED_AT, coalesce(APP_USER.DISPLAY_NAME, ""))
                .from(ASSET)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(ASSET.UPLOADED_BY))
                .where(ASSET.ENVIRONMENT_ID.eq(environment.value()))
                .orderBy(ASSET.PATH)
                .fetch(row -> new Asset(
                        new AssetPath(row.value1()), row.value2(), row.value3().toInstant(), row.value4()));
    }

    Optional<byte[]> read(EnvironmentId environment, String path) {
        return sql.select(ASSET.BYTES)
                .from(ASSET)
                .where(ASSET.ENVIRONMENT_ID.eq(environment.value()))
                .and(ASSET.PATH.eq(path))
                .fetchOptional(ASSET.BYTES);
    }
}
