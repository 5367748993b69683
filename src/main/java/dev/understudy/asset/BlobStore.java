package dev.understudy.asset;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.BLOB;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.FileContent;
import dev.understudy.team.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;

/// The rows of `blob`: contents by their hash, each found from its own environment only.
final class BlobStore {

    private final DSLContext sql;

    BlobStore(DSLContext sql) {
        this.sql = sql;
    }

    /// Keeps two from counting at the same time, until the transaction ends.
    void lock(EnvironmentId environment) {
        sql.execute("select pg_advisory_xact_lock(hashtextextended({0}, 0))", val("blobs of " + environment));
    }

    /// Takes note of who brought a content that is there; false if it is not.
    boolean touch(EnvironmentId environment, FileContent content, UserId by, Instant at) {
        return sql.update(BLOB)
                        .set(BLOB.STORED_BY, by.value())
                        .set(BLOB.STORED_AT, utc(at))
                        .set(BLOB.USED_AT, utc(at))
                        .where(is(environment, content))
                        .execute()
                > 0;
    }

    void insert(EnvironmentId environment, FileContent content, byte[] bytes, UserId by, Instant at) {
        sql.insertInto(BLOB)
                .set(BLOB.ENVIRONMENT_ID, environment.value())
                .set(BLOB.HASH, content.hash())
                .set(BLOB.SIZE, content.size())
                .set(BLOB.BYTES, bytes)
                .set(BLOB.STORED_BY, by.value())
                .set(BLOB.STORED_AT, utc(at))
                .set(BLOB.USED_AT, utc(at))
                .execute();
    }

    /// What all contents of an environment have together.
    long bytes(EnvironmentId environment) {
        return sql.select(coalesce(sum(BLOB.SIZE), BigDecimal.ZERO))
                .from(BLOB)
                .where(BLOB.ENVIRONMENT_ID.eq(environment.value()))
                .fetchSingle(row -> row.value1().longValue());
    }

    /// Removes contents that no document of the environment refers to, those first that were used longest ago, until so
    /// many bytes are free.
    ///
    /// @param before what was used since then stays: it may just be on its way into a document
    void makeRoom(EnvironmentId environment, long bytes, Instant before) {
        sql.execute("""
                delete from blob using (
                  select hash, sum(size) over (order by used_at, hash) - size as freed
                  from blob where environment_id = {0} and used_at < {1} and not exists ({2})) as oldest
                where blob.environment_id = {0} and blob.hash = oldest.hash and oldest.freed < {3}
                """, val(environment.value()), val(utc(before)), references(), val(bytes));
    }

    /// Removes contents that no document refers to and none did since.
    ///
    /// @return how many
    int purge(Instant before) {
        return sql.execute("delete from blob where used_at < {0} and not exists ({1})", val(utc(before)), references());
    }

    /// Nodes that refer to a row of `blob`.
    private static org.jooq.SQL references() {
        return org.jooq.impl.DSL.sql("select from branch join node on node.branch_id = branch.id and node.kind = 'file'"
                + " where branch.environment_id = blob.environment_id"
                + " and split_part(node.fields ->> 'content', ':', 1) = blob.hash");
    }

    /// Of these contents those that are there.
    Map<FileContent, Stored> find(EnvironmentId environment, Collection<FileContent> contents) {
        Map<FileContent, Stored> found = new HashMap<>();
        if (contents.isEmpty()) {
            return found;
        }
        sql.select(BLOB.HASH, BLOB.SIZE, BLOB.STORED_AT, coalesce(APP_USER.DISPLAY_NAME, ""))
                .from(BLOB)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(BLOB.STORED_BY))
                .where(BLOB.ENVIRONMENT_ID.eq(environment.value()))
                .and(BLOB.HASH.in(contents.stream().map(FileContent::hash).toList()))
                .forEach(row -> found.put(
                        new FileContent(row.value1(), row.value2()),
                        new Stored(row.value3().toInstant(), row.value4())));
        found.keySet().retainAll(contents);
        return found;
    }

    /// Takes the first piece with the look-up.
    Optional<AssetContent> open(EnvironmentId environment, FileContent content) {
        return piece(environment, content, 0)
                .map(first -> new AssetContent(
                        content,
                        new PieceStream(
                                content.size(),
                                first,
                                from -> piece(environment, content, from).orElse(new byte[0]))));
    }

    /// The bytes from a position on, [AssetContent#PIECE_BYTES] at most.
    private Optional<byte[]> piece(EnvironmentId environment, FileContent content, int from) {
        return sql.select(piece(from))
                .from(BLOB)
                .where(is(environment, content))
                .fetchOptional(Record1::value1);
    }

    private static Field<byte[]> piece(int from) {
        return field(
                "substring({0} from {1} for {2})",
                byte[].class, BLOB.BYTES, val(from + 1), val(AssetContent.PIECE_BYTES));
    }

    Optional<byte[]> read(EnvironmentId environment, FileContent content) {
        return sql.select(BLOB.BYTES).from(BLOB).where(is(environment, content)).fetchOptional(BLOB.BYTES);
    }

    private static Condition is(EnvironmentId environment, FileContent content) {
        return BLOB.ENVIRONMENT_ID
                .eq(environment.value())
                .and(BLOB.HASH.eq(content.hash()))
                .and(BLOB.SIZE.eq(content.size()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
