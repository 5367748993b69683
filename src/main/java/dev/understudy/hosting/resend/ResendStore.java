package dev.understudy.hosting.resend;

import static dev.understudy.db.Tables.TRAFFIC_RESEND;

import dev.understudy.environment.BranchId;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.ExchangeJson;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.springframework.stereotype.Component;

/// What processes ask each other to send again. All times are the database's.
@Component
class ResendStore {

    private static final Duration LEFT_BEHIND = Duration.ofMinutes(1);

    private final DSLContext sql;

    ResendStore(DSLContext sql) {
        this.sql = sql;
    }

    /// Something that is asked.
    ///
    /// @param shown the request without secrets, to be sent where the listener does not remember it
    record Wish(BranchId branch, UUID exchange, String by, Optional<Exchange> shown) {}

    /// Asks, and forgets what others left behind.
    UUID ask(Wish wish) {
        sql.deleteFrom(TRAFFIC_RESEND)
                .where(TRAFFIC_RESEND.ASKED_AT.lt(DSL.currentOffsetDateTime().minus(DayToSecond.valueOf(LEFT_BEHIND))))
                .execute();
        UUID id = UUID.randomUUID();
        sql.insertInto(TRAFFIC_RESEND)
                .set(TRAFFIC_RESEND.ID, id)
                .set(TRAFFIC_RESEND.BRANCH_ID, wish.branch().value())
                .set(TRAFFIC_RESEND.EXCHANGE_ID, wish.exchange())
                .set(TRAFFIC_RESEND.SENT_BY, wish.by())
                .set(
                        TRAFFIC_RESEND.EXCHANGE,
                        wish.shown()
                                .map(exchange -> ExchangeJson.write(exchange, Integer.MAX_VALUE))
                                .orElse(null))
                .set(TRAFFIC_RESEND.ASKED_AT, DSL.currentOffsetDateTime())
                .execute();
        return id;
    }

    Optional<Wish> find(UUID id) {
        return sql.selectFrom(TRAFFIC_RESEND)
                .where(TRAFFIC_RESEND.ID.eq(id))
                .fetchOptional(row -> new Wish(
                        new BranchId(row.getBranchId()),
                        row.getExchangeId(),
                        row.getSentBy(),
                        Optional.ofNullable(row.getExchange()).map(ExchangeJson::read)));
    }

    void answer(UUID id, Resent outcome) {
        sql.update(TRAFFIC_RESEND)
                .set(TRAFFIC_RESEND.OUTCOME, ResentText.write(outcome))
                .where(TRAFFIC_RESEND.ID.eq(id))
                .execute();
    }

    /// What came of it, once; empty before something has.
    Optional<Resent> outcome(UUID id) {
        return sql.select(TRAFFIC_RESEND.OUTCOME)
                .from(TRAFFIC_RESEND)
                .where(TRAFFIC_RESEND.ID.eq(id), TRAFFIC_RESEND.OUTCOME.isNotNull())
                .fetchOptional(row -> ResentText.read(row.value1()));
    }

    void forget(UUID id) {
        sql.deleteFrom(TRAFFIC_RESEND).where(TRAFFIC_RESEND.ID.eq(id)).execute();
    }
}
