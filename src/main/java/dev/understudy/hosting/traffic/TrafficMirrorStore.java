package dev.understudy.hosting.traffic;

import static dev.understudy.db.Tables.TRAFFIC_EXCHANGE;
import static dev.understudy.db.Tables.TRAFFIC_MIRROR;

import dev.understudy.environment.BranchId;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.ExchangeJson;
import dev.understudy.traffic.Glimpse;
import dev.understudy.traffic.Traffic;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.springframework.stereotype.Component;

/// The exchanges that processes show each other. All times are the database's.
@Component
class TrafficMirrorStore {

    private final DSLContext sql;

    TrafficMirrorStore(DSLContext sql) {
        this.sql = sql;
    }

    OffsetDateTime now() {
        return sql.select(DSL.currentOffsetDateTime()).fetchSingle().value1();
    }

    /// So long ago.
    static Field<OffsetDateTime> before(Duration age) {
        return DSL.currentOffsetDateTime().minus(DayToSecond.valueOf(age));
    }

    /// Shows what is new, and forgets what the listener has forgotten.
    void write(BranchId branch, Glimpse news, int bodyBytes) {
        UUID epoch = news.place().epoch();
        long first = news.place().next() - news.exchanges().size();
        sql.transaction(all -> {
            DSLContext in = all.dsl();
            in.insertInto(TRAFFIC_MIRROR)
                    .set(TRAFFIC_MIRROR.BRANCH_ID, branch.value())
                    .set(TRAFFIC_MIRROR.EPOCH, epoch)
                    .set(TRAFFIC_MIRROR.NEXT, news.place().next())
                    .set(TRAFFIC_MIRROR.CHANGES, news.place().changes())
                    .set(TRAFFIC_MIRROR.WRITTEN_AT, DSL.currentOffsetDateTime())
                    .onConflict(TRAFFIC_MIRROR.BRANCH_ID)
                    .doUpdate()
                    .set(TRAFFIC_MIRROR.EPOCH, epoch)
                    .set(TRAFFIC_MIRROR.NEXT, news.place().next())
                    .set(TRAFFIC_MIRROR.CHANGES, news.place().changes())
                    .set(TRAFFIC_MIRROR.WRITTEN_AT, DSL.currentOffsetDateTime())
                    .execute();
            in.deleteFrom(TRAFFIC_EXCHANGE)
                    .where(
                            TRAFFIC_EXCHANGE.BRANCH_ID.eq(branch.value()),
                            TRAFFIC_EXCHANGE
                                    .EPOCH
                                    .ne(epoch)
                                    .or(TRAFFIC_EXCHANGE.NUMBER.lt(news.place().next() - Traffic.KEPT)))
                    .execute();
            var rows = in.insertInto(
                    TRAFFIC_EXCHANGE,
                    TRAFFIC_EXCHANGE.BRANCH_ID,
                    TRAFFIC_EXCHANGE.EPOCH,
                    TRAFFIC_EXCHANGE.NUMBER,
                    TRAFFIC_EXCHANGE.EXCHANGE,
                    TRAFFIC_EXCHANGE.EXCHANGE_ID);
            for (int at = 0; at < news.exchanges().size(); at++) {
                Exchange exchange = news.exchanges().get(at);
                String json = ExchangeJson.write(exchange, bodyBytes);
                rows = rows.values(branch.value(), epoch, first + at, json, exchange.id());
            }
            if (!news.exchanges().isEmpty()) {
                rows.onConflictDoNothing().execute();
            }
            news.changed()
                    .forEach(exchange -> in.update(TRAFFIC_EXCHANGE)
                            .set(TRAFFIC_EXCHANGE.EXCHANGE, ExchangeJson.write(exchange, bodyBytes))
                            .set(TRAFFIC_EXCHANGE.STAMP, news.place().changes())
                            .where(
                                    TRAFFIC_EXCHANGE.BRANCH_ID.eq(branch.value()),
                                    TRAFFIC_EXCHANGE.EPOCH.eq(epoch),
                                    TRAFFIC_EXCHANGE.EXCHANGE_ID.eq(exchange.id()))
                            .execute());
        });
    }

    /// What is shown of a branch after a place; empty if nothing was since a moment.
    ///
    /// @param most exchanges that are told, the newest
    Optional<Glimpse> read(BranchId branch, Glimpse.Place after, Field<OffsetDateTime> since, int most) {
        return sql.selectFrom(TRAFFIC_MIRROR)
                .where(TRAFFIC_MIRROR.BRANCH_ID.eq(branch.value()), TRAFFIC_MIRROR.WRITTEN_AT.ge(since))
                .fetchOptional()
                .map(row -> {
                    Glimpse.Place place = new Glimpse.Place(row.getEpoch(), row.getNext(), row.getChanges());
                    boolean anew = !after.isIn(place.epoch());
                    long next = anew ? 0 : after.next();
                    List<Exchange> found = next == place.next() ? List.of() : newest(branch, place, next, most);
                    long leftOut = anew ? 0 : place.next() - next - found.size();
                    List<Exchange> changed =
                            anew || after.changes() == place.changes() ? List.of() : changed(branch, after, place);
                    return new Glimpse(found, place, leftOut, anew, changed);
                });
    }

    private List<Exchange> newest(BranchId branch, Glimpse.Place place, long from, int most) {
        List<Exchange> found = new ArrayList<>();
        sql.select(TRAFFIC_EXCHANGE.EXCHANGE)
                .from(TRAFFIC_EXCHANGE)
                .where(
                        TRAFFIC_EXCHANGE.BRANCH_ID.eq(branch.value()),
                        TRAFFIC_EXCHANGE.EPOCH.eq(place.epoch()),
                        TRAFFIC_EXCHANGE.NUMBER.ge(from),
                        TRAFFIC_EXCHANGE.NUMBER.lt(place.next()))
                .orderBy(TRAFFIC_EXCHANGE.NUMBER.desc())
                .limit(most)
                .forEach(row -> found.addFirst(ExchangeJson.read(row.value1())));
        return found;
    }

    /// What was shown before a place and went on since.
    private List<Exchange> changed(BranchId branch, Glimpse.Place after, Glimpse.Place now) {
        return sql.select(TRAFFIC_EXCHANGE.EXCHANGE)
                .from(TRAFFIC_EXCHANGE)
                .where(
                        TRAFFIC_EXCHANGE.BRANCH_ID.eq(branch.value()),
                        TRAFFIC_EXCHANGE.EPOCH.eq(now.epoch()),
                        TRAFFIC_EXCHANGE.NUMBER.lt(after.next()),
                        TRAFFIC_EXCHANGE.STAMP.gt(after.changes()))
                .orderBy(TRAFFIC_EXCHANGE.STAMP)
                .fetch(row -> ExchangeJson.read(row.value1()));
    }

    void forget(BranchId branch) {
        sql.deleteFrom(TRAFFIC_MIRROR)
                .where(TRAFFIC_MIRROR.BRANCH_ID.eq(branch.value()))
                .execute();
    }

    /// Forgets what processes left behind that ended without a word.
    void forgetOlderThan(Duration age) {
        sql.deleteFrom(TRAFFIC_MIRROR)
                .where(TRAFFIC_MIRROR.WRITTEN_AT.lt(before(age)))
                .execute();
    }
}
