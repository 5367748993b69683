package dev.understudy.team.account;

import static dev.understudy.db.Tables.APP_USER;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.val;

import dev.understudy.team.UserId;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The rows of `app_user`. The server's own row is nobody's account and is never found here.
final class UserStore {

    /// An account with the hash of its password.
    /// @param signOuts how often its owner signed out everywhere
    record Credentials(User user, String passwordHash, int signOuts) {

        SessionMark mark() {
            return SessionMark.of(passwordHash, signOuts);
        }
    }

    private static final Condition IS_PERSON = APP_USER.ID.ne(UserId.SERVER.value());

    private final DSLContext sql;

    UserStore(DSLContext sql) {
        this.sql = sql;
    }

    boolean hasAny() {
        return sql.fetchExists(APP_USER, IS_PERSON);
    }

    /// Adds an account.
    /// @return whether the address was free
    boolean add(User user, String passwordHash, OffsetDateTime at) {
        return sql.insertInto(APP_USER)
                        .set(APP_USER.ID, user.id().value())
                        .set(APP_USER.EMAIL, user.email())
                        .set(APP_USER.DISPLAY_NAME, user.displayName())
                        .set(APP_USER.PASSWORD_HASH, passwordHash)
                        .set(APP_USER.CREATED_AT, at)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Credentials> find(UserId id) {
        return find(APP_USER.ID.eq(id.value()));
    }

    /// Capitals make no difference.
    Optional<Credentials> find(String email) {
        return find(lower(APP_USER.EMAIL).eq(lower(val(email))));
    }

    void rename(UserId id, String displayName) {
        sql.update(APP_USER)
                .set(APP_USER.DISPLAY_NAME, displayName)
                .where(APP_USER.ID.eq(id.value()))
                .execute();
    }

    void setPassword(UserId id, String passwordHash) {
        sql.update(APP_USER)
                .set(APP_USER.PASSWORD_HASH, passwordHash)
                .where(APP_USER.ID.eq(id.value()))
                .execute();
    }

    /// Makes the marks of all sessions until now old ones.
    void signOut(UserId id) {
        sql.update(APP_USER)
                .set(APP_USER.SIGN_OUTS, APP_USER.SIGN_OUTS.plus(1))
                .where(APP_USER.ID.eq(id.value()))
                .execute();
    }

    private Optional<Credentials> find(Condition condition) {
        return sql.select(
                        APP_USER.ID, APP_USER.EMAIL, APP_USER.DISPLAY_NAME, APP_USER.PASSWORD_HASH, APP_USER.SIGN_OUTS)
                .from(APP_USER)
                .where(condition)
                .and(IS_PERSON)
                .fetchOptional(found -> new Credentials(
                        new User(new UserId(found.value1()), found.value2(), found.value3()),
                        found.value4(),
                        found.value5()));
    }
}
