package dev.understudy.team.account;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.REMEMBERED_BROWSER;

import dev.understudy.team.UserId;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/// The rows of `remembered_browser`.
final class RememberedBrowserStore {

    /// A browser that was told to come back without a password.
    /// @param previousHash empty before the first renewal
    record Browser(
            User user, SessionMark mark, ByteBuffer tokenHash, ByteBuffer previousHash, OffsetDateTime renewedAt) {}

    private final DSLContext sql;

    RememberedBrowserStore(DSLContext sql) {
        this.sql = sql;
    }

    void add(UUID id, UserId user, byte[] tokenHash, OffsetDateTime now, OffsetDateTime expiry) {
        sql.insertInto(REMEMBERED_BROWSER)
                .set(REMEMBERED_BROWSER.ID, id)
                .set(REMEMBERED_BROWSER.USER_ID, user.value())
                .set(REMEMBERED_BROWSER.TOKEN_HASH, tokenHash)
                .set(REMEMBERED_BROWSER.RENEWED_AT, now)
                .set(REMEMBERED_BROWSER.EXPIRES_AT, expiry)
                .execute();
    }

    /// Finds it and keeps others from renewing it until the end of the transaction.
    Optional<Browser> hold(UUID id, OffsetDateTime now) {
        return sql.select(
                        APP_USER.ID,
                        APP_USER.EMAIL,
                        APP_USER.DISPLAY_NAME,
                        REMEMBERED_BROWSER.TOKEN_HASH,
                        REMEMBERED_BROWSER.PREVIOUS_HASH,
                        REMEMBERED_BROWSER.RENEWED_AT,
                        APP_USER.PASSWORD_HASH,
                        APP_USER.SIGN_OUTS)
                .from(REMEMBERED_BROWSER)
                .join(APP_USER)
                .on(APP_USER.ID.eq(REMEMBERED_BROWSER.USER_ID))
                .where(REMEMBERED_BROWSER.ID.eq(id))
                .and(REMEMBERED_BROWSER.EXPIRES_AT.gt(now))
                .forUpdate()
                .of(REMEMBERED_BROWSER)
                .fetchOptional(found -> new Browser(
                        new User(new UserId(found.value1()), found.value2(), found.value3()),
                        SessionMark.of(found.value7(), found.value8()),
                        ByteBuffer.wrap(found.value4()),
                        ByteBuffer.wrap(found.value5() == null ? new byte[0] : found.value5()),
                        found.value6()));
    }

    void renew(UUID id, byte[] tokenHash, byte[] previousHash, OffsetDateTime now, OffsetDateTime expiry) {
        sql.update(REMEMBERED_BROWSER)
                .set(REMEMBERED_BROWSER.TOKEN_HASH, tokenHash)
                .set(REMEMBERED_BROWSER.PREVIOUS_HASH, previousHash)
                .set(REMEMBERED_BROWSER.RENEWED_AT, now)
                .set(REMEMBERED_BROWSER.EXPIRES_AT, expiry)
                .where(REMEMBERED_BROWSER.ID.eq(id))
                .execute();
    }

    void forget(UUID id) {
        sql.deleteFrom(REMEMBERED_BROWSER).where(REMEMBERED_BROWSER.ID.eq(id)).execute();
    }

    void forgetAll(UserId user) {
        sql.deleteFrom(REMEMBERED_BROWSER)
                .where(REMEMBERED_BROWSER.USER_ID.eq(user.value()))
                .execute();
    }

    void forgetExpired(OffsetDateTime now) {
        sql.deleteFrom(REMEMBERED_BROWSER)
                .where(REMEMBERED_BROWSER.EXPIRES_AT.le(now))
                .execute();
    }
}
