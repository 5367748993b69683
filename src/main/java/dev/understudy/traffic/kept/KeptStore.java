package dev.understudy.traffic.kept;

import static dev.understudy.db.Tables.BRANCH;
import static dev.understudy.db.Tables.ENVIRONMENT;
import static dev.understudy.db.Tables.KEPT_EXCHANGE;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.NodeId;
import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.Brief;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.ExchangeIds;
import dev.understudy.traffic.ExchangeJson;
import dev.understudy.traffic.Redaction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The rows of exchanges that are kept.
@Component
class KeptStore {

    /// Of a path, a query and the like; what is longer is looked for by its start, and told in full.
    private static final int MAX_COLUMN = 2_000;

    /// Of a row beside what it tells of the exchange, in bytes about.
    private static final int ROW_BYTES = 200;

    private static final String TRIM = """
            with sized as (
              select branch_id, at, id, sum(bytes) over (order by at desc, id desc) as total from kept_exchange
              where branch_id in (select id from branch where environment_id = {0}))
            delete from kept_exchange as kept using sized
            where kept.branch_id = sized.branch_id and kept.at = sized.at and kept.id = sized.id and sized.total > {1}""";

    /// A row as it is looked through.
    record Row(Brief brief, long leftOut) {}

    private final DSLContext sql;

    KeptStore(DSLContext sql) {
        this.sql = sql;
    }

    /// Writes them, but for those of branches that are gone.
    ///
    /// @return how many bytes there are more, about, in which environment
    Map<EnvironmentId, Long> write(List<KeptExchange> exchanges) {
        List<UUID> branches =
                exchanges.stream().map(kept -> kept.branch().value()).distinct().toList();
        return sql.transactionResult(all -> {
            Map<UUID, UUID> there = all.dsl()
                    .select(BRANCH.ID, ENVIRONMENT.ID)
                    .from(BRANCH)
                    .join(ENVIRONMENT)
                    .on(ENVIRONMENT.ID.eq(BRANCH.ENVIRONMENT_ID))
                    .where(BRANCH.ID.in(branches), ENVIRONMENT.DELETED_AT.isNull())
                    .fetchMap(BRANCH.ID, ENVIRONMENT.ID);
            List<KeptExchange> wanted = exchanges.stream()
                    .filter(kept -> there.containsKey(kept.branch().value()))
                    .toList();
            Map<EnvironmentId, Long> bytes = new HashMap<>();
            insert(
                    all.dsl(),
                    wanted,
                    (branch, more) -> Optional.ofNullable(there.get(branch.value()))
                            .ifPresent(id -> bytes.merge(new EnvironmentId(id), more, Long::sum)));
            return bytes;
        });
    }

    private static void insert(DSLContext in, List<KeptExchange> exchanges, ObjLongConsumer<BranchId> written) {
        if (exchanges.isEmpty()) {
            return;
        }
        var rows = in.insertInto(
                KEPT_EXCHANGE,
                KEPT_EXCHANGE.BRANCH_ID,
                KEPT_EXCHANGE.AT,
                KEPT_EXCHANGE.ID,
                KEPT_EXCHANGE.LEFT_OUT,
                KEPT_EXCHANGE.BYTES,
                KEPT_EXCHANGE.METHOD,
                KEPT_EXCHANGE.PATH,
                KEPT_EXCHANGE.QUERY,
                KEPT_EXCHANGE.STATUS,
                KEPT_EXCHANGE.ROUTE_ID,
                KEPT_EXCHANGE.ROUTE_PATH,
                KEPT_EXCHANGE.SUMMARY,
                KEPT_EXCHANGE.EXCHANGE);
        for (KeptExchange kept : exchanges) {
            Exchange safe = Redaction.of(kept.exchange(), BodyExcerpt.MAX_BYTES);
            String json = ExchangeJson.writeSafe(safe);
            Brief brief = Brief.of(safe);
            int bytes = json.length() + ROW_BYTES;
            written.accept(kept.branch(), bytes);
            rows = rows.values(
                    kept.branch().value(),
                    at(brief.at()),
                    brief.id(),
                    kept.leftOut(),
                    bytes,
                    column(brief.method()),
                    column(brief.path()),
                    column(brief.query()),
                    brief.status(),
                    brief.route().map(NodeId::value).orElse(null),
                    column(brief.routePath()),
                    column(brief.summary().get()),
                    json);
        }
        rows.onConflictDoNothing().execute();
    }

    /// As PostgreSQL takes it.
    private static String column(String text) {
        return (text.length() <= MAX_COLUMN ? text : text.substring(0, MAX_COLUMN)).replace('\0', '\uFFFD');
    }

    /// Rows of a branch that come before an exchange, the newest first.
    List<Row> before(BranchId branch, UUID before, Instant since, int most) {
        OffsetDateTime at = at(ExchangeIds.instantOf(before));
        return sql.select(
                        KEPT_EXCHANGE.ID,
                        KEPT_EXCHANGE.AT,
                        KEPT_EXCHANGE.LEFT_OUT,
                        KEPT_EXCHANGE.METHOD,
                        KEPT_EXCHANGE.PATH,
                        KEPT_EXCHANGE.QUERY,
                        KEPT_EXCHANGE.STATUS,
                        KEPT_EXCHANGE.ROUTE_ID,
                        KEPT_EXCHANGE.ROUTE_PATH,
                        KEPT_EXCHANGE.SUMMARY)
                .from(KEPT_EXCHANGE)
                .where(
                        KEPT_EXCHANGE.BRANCH_ID.eq(branch.value()),
                        KEPT_EXCHANGE.AT.le(at),
                        KEPT_EXCHANGE.AT.ge(at(since)),
                        DSL.row(KEPT_EXCHANGE.AT, KEPT_EXCHANGE.ID).lt(at, before))
                .orderBy(KEPT_EXCHANGE.AT.desc(), KEPT_EXCHANGE.ID.desc())
                .limit(most)
                .fetch(KeptStore::row);
    }

    private static Row row(Record row) {
        String summary = row.get(KEPT_EXCHANGE.SUMMARY);
        Brief brief = new Brief(
                row.get(KEPT_EXCHANGE.ID),
                row.get(KEPT_EXCHANGE.AT).toInstant(),
                row.get(KEPT_EXCHANGE.METHOD),
                row.get(KEPT_EXCHANGE.PATH),
                row.get(KEPT_EXCHANGE.QUERY),
                row.get(KEPT_EXCHANGE.STATUS),
                Optional.ofNullable(row.get(KEPT_EXCHANGE.ROUTE_ID)).map(NodeId::new),
                row.get(KEPT_EXCHANGE.ROUTE_PATH),
                () -> summary);
        return new Row(brief, row.get(KEPT_EXCHANGE.LEFT_OUT));
    }

    /// These exchanges of a branch, as far as they are kept, the newest first.
    List<Exchange> read(BranchId branch, Collection<UUID> ids) {
        List<Exchange> found = new ArrayList<>();
        if (!ids.isEmpty()) {
            List<OffsetDateTime> moments = ids.stream()
                    .map(id -> at(ExchangeIds.instantOf(id)))
                    .distinct()
                    .toList();
            Condition these = KEPT_EXCHANGE
                    .BRANCH_ID
                    .eq(branch.value())
                    .and(KEPT_EXCHANGE.AT.in(moments))
                    .and(KEPT_EXCHANGE.ID.in(ids));
            sql.select(KEPT_EXCHANGE.EXCHANGE)
                    .from(KEPT_EXCHANGE)
                    .where(these)
                    .orderBy(KEPT_EXCHANGE.AT.desc(), KEPT_EXCHANGE.ID.desc())
                    .forEach(row -> found.add(ExchangeJson.read(row.value1())));
        }
        return found;
    }

    /// Forgets what a branch was asked up to a moment.
    void forget(BranchId branch, Instant until) {
        sql.deleteFrom(KEPT_EXCHANGE)
                .where(KEPT_EXCHANGE.BRANCH_ID.eq(branch.value()), KEPT_EXCHANGE.AT.le(at(until)))
                .execute();
    }

    /// Forgets the oldest of an environment if it has more than so many bytes: a tenth of them goes then.
    void trim(EnvironmentId environment, long bytes) {
        long taken = sql.select(DSL.coalesce(DSL.sum(KEPT_EXCHANGE.BYTES), DSL.zero()))
                .from(KEPT_EXCHANGE)
                .where(KEPT_EXCHANGE.BRANCH_ID.in(
                        DSL.select(BRANCH.ID).from(BRANCH).where(BRANCH.ENVIRONMENT_ID.eq(environment.value()))))
                .fetchSingle()
                .value1()
                .longValue();
        if (taken > bytes) {
            sql.execute(TRIM, DSL.val(environment.value()), DSL.val(bytes - bytes / 10));
        }
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
