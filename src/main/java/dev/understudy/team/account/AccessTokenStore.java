package dev.understudy.team.account;

import static dev.understudy.db.Tables.ACCESS_TOKEN;
import static dev.understudy.db.Tables.APP_USER;

import dev.understudy.team.Actor;
import dev.understudy.team.TokenId;
import dev.understudy.team.TokenScope;
import dev.understudy.team.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The rows of `access_token`. Secrets come in as hashes and never go out.
final class AccessTokenStore {

    /// Who stands behind a token.
    record Bearer(
            TokenId id,
            Actor actor,
            Instant expiresAt,
            @Nullable OffsetDateTime lastUsedAt) {}

    private final DSLContext sql;

    AccessTokenStore(DSLContext sql) {
        this.sql = sql;
    }

    void add(UserId user, AccessToken token, byte[] hash) {
        sql.insertInto(ACCESS_TOKEN)
                .set(ACCESS_TOKEN.ID, token.id().value())
                .set(ACCESS_TOKEN.USER_ID, user.value())
                .set(ACCESS_TOKEN.NAME, token.name())
                .set(ACCESS_TOKEN.TOKEN_HASH, hash)
                .set(
                        ACCESS_TOKEN.SCOPES,
                        token.scopes().stream().map(TokenScope::word).sorted().toArray(String[]::new))
                .set(ACCESS_TOKEN.CREATED_AT, token.createdAt().atOffset(ZoneOffset.UTC))
                .set(ACCESS_TOKEN.EXPIRES_AT, token.expiresAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    int count(UserId user) {
        return sql.fetchCount(ACCESS_TOKEN, ACCESS_TOKEN.USER_ID.eq(user.value()));
    }

    List<AccessToken> list(UserId user) {
        return sql.selectFrom(ACCESS_TOKEN)
                .where(ACCESS_TOKEN.USER_ID.eq(user.value()))
                .orderBy(ACCESS_TOKEN.CREATED_AT.desc(), ACCESS_TOKEN.ID.desc())
                .fetch(row -> new AccessToken(
                        new TokenId(row.getId()),
                        row.getName(),
                        scopes(row.getScopes()),
                        row.getCreatedAt().toInstant(),
                        row.getExpiresAt().toInstant(),
                        row.getLastUsedAt() == null ? null : row.getLastUsedAt().toInstant()));
    }

    boolean remove(UserId user, TokenId id) {
        return sql.deleteFrom(ACCESS_TOKEN)
                        .where(ACCESS_TOKEN.ID.eq(id.value()))
                        .and(ACCESS_TOKEN.USER_ID.eq(user.value()))
                        .execute()
                == 1;
    }

    /// How many there were.
    int removeAll(UserId user) {
        return sql.deleteFrom(ACCESS_TOKEN)
                .where(ACCESS_TOKEN.USER_ID.eq(user.value()))
                .execute();
    }

    Optional<Bearer> bearer(byte[] hash, OffsetDateTime now) {
        return sql.select(
                        ACCESS_TOKEN.ID,
                        APP_USER.ID,
                        APP_USER.DISPLAY_NAME,
                        APP_USER.EMAIL,
                        ACCESS_TOKEN.SCOPES,
                        ACCESS_TOKEN.EXPIRES_AT,
                        ACCESS_TOKEN.LAST_USED_AT)
                .from(ACCESS_TOKEN)
                .join(APP_USER)
                .on(APP_USER.ID.eq(ACCESS_TOKEN.USER_ID))
                .where(ACCESS_TOKEN.TOKEN_HASH.eq(hash))
                .and(ACCESS_TOKEN.EXPIRES_AT.gt(now))
                .fetchOptional(found -> {
                    TokenId id = new TokenId(found.value1());
                    Actor actor = new Actor(
                            new UserId(found.value2()),
                            found.value3(),
                            found.value4(),
                            scopes(found.value5()),
                            Optional.of(id));
                    return new Bearer(id, actor, found.value6().toInstant(), found.value7());
                });
    }

    void used(TokenId id, OffsetDateTime at) {
        sql.update(ACCESS_TOKEN)
                .set(ACCESS_TOKEN.LAST_USED_AT, at)
                .where(ACCESS_TOKEN.ID.eq(id.value()))
                .execute();
    }

    /// A word that this version does not know gives no right.
    private static Set<TokenScope> scopes(String[] words) {
        return Arrays.stream(TokenScope.values())
                .filter(scope -> Arrays.asList(words).contains(scope.word()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
