package dev.understudy.asset;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.ASSET;
import static dev.understudy.db.Tables.ENVIRONMENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.team.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;

/// The rows of `asset`.
final class AssetStore {

    /// How many files an environment has, and how many bytes they are together.
    record Usage(int files, long bytes) {}

    /// What tells a file from the one that takes its place.
    private record Version(int size, OffsetDateTime uploadedAt) {}

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

    /// Takes the first piece with the look-up, so that a file of one piece is never cut off by one that replaces it.
    Optional<AssetContent> open(EnvironmentId environment, AssetPath path) {
        return sql.select(ASSET.SIZE, ASSET.UPLOADED_AT, piece(0))
                .from(ASSET)
                .where(ASSET.ENVIRONMENT_ID.eq(environment.value()))
                .and(ASSET.PATH.eq(path.text()))
                .fetchOptional(row -> {
                    var version = new Version(row.value1(), row.value2());
                    return new AssetContent(
                            version.size(),
                            new PieceStream(
                                    version.size(), row.value3(), from -> piece(environment, path, version, from)));
                });
    }

    /// Of the file as it was then, the bytes from a position on, [AssetContent#PIECE_BYTES] at most; none if it is
    /// another.
    private byte[] piece(EnvironmentId environment, AssetPath path, Version version, int from) {
        return sql.select(piece(from))
                .from(ASSET)
                .where(ASSET.ENVIRONMENT_ID.eq(environment.value()))
                .and(ASSET.PATH.eq(path.text()))
                .and(ASSET.SIZE.eq(version.size()))
                .and(ASSET.UPLOADED_AT.eq(version.uploadedAt()))
                .fetchOptional(Record1::value1)
                .orElse(new byte[0]);
    }

    private static Field<byte[]> piece(int from) {
        return field(
                "substring({0} from {1} for {2})",
                byte[].class, ASSET.BYTES, val(from + 1), val(AssetContent.PIECE_BYTES));
    }

    Optional<byte[]> read(EnvironmentId environment, String path) {
        return sql.select(ASSET.BYTES)
                .from(ASSET)
                .where(ASSET.ENVIRONMENT_ID.eq(environment.value()))
                .and(ASSET.PATH.eq(path))
                .fetchOptional(ASSET.BYTES);
    }
}
