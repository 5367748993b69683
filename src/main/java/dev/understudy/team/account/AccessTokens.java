package dev.understudy.team.account;

import dev.understudy.team.Actor;
import dev.understudy.team.Answer;
import dev.understudy.team.AuditEvent;
import dev.understudy.team.AuditLog;
import dev.understudy.team.Refusal;
import dev.understudy.team.RightsCache;
import dev.understudy.team.RightsLog;
import dev.understudy.team.Secrets;
import dev.understudy.team.TimeOrderedIds;
import dev.understudy.team.TokenId;
import dev.understudy.team.TokenScope;
import dev.understudy.team.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The access tokens that people made. A token acts for the person who made it, within its scopes, and so can never do
/// more than that person's role allows now. Any thread may call it.
@Component
public final class AccessTokens {

    public static final String PREFIX = "us_";
    public static final int MOST_PER_USER = 50;
    public static final int LONGEST_LIFETIME_DAYS = 366;

    /// What becomes of somebody's tokens when their sessions end.
    public enum Fate {
        KEPT,
        REVOKED
    }

    /// What a token may look like; what does not is refused without a look into the database.
    private static final Pattern FORM = Pattern.compile("us_[\\w.~+/=-]{32,200}");

    /// Tokens that were used last and are known without a look-up.
    static final int MAX_KNOWN = 10_000;

    /// So often at most a use is written down, by each process.
    private static final Duration LAST_USED_GRAIN = Duration.ofMinutes(1);
    /// The token of the installation's settings lives as long as they stay; nobody would renew it.
    private static final int YEARS_OF_SETTINGS_TOKEN = 100;

    /// For whom the bearer of a token acts, and until when.
    public record Bearer(Actor actor, Instant expiresAt) {}

    private record Known(TokenId id, Bearer bearer, AtomicReference<Instant> lastUsed) {}

    private final DSLContext sql;
    private final Clock clock;
    private final TimeOrderedIds ids;
    private final Secrets secrets;
    private final AuditLog audit;
    private final RightsLog rights;
    private final RightsCache<String, Known> known;

    public AccessTokens(
            DSLContext sql, Clock clock, TimeOrderedIds ids, Secrets secrets, AuditLog audit, RightsLog rights) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.secrets = secrets;
        this.audit = audit;
        this.rights = rights;
        this.known = new RightsCache<>(
                rights,
                MAX_KNOWN,
                (change, entry) ->
                        change.concernsAccount(entry.getValue().bearer().actor().user()));
    }

    /// Makes a token. Nobody can hand out a scope that they do not have.
    public Answer<AccessToken.Issued> create(Actor actor, String name, Set<TokenScope> scopes, int lifetimeDays) {
        Optional<Refusal> problem = Registration.problemOfName(name.strip());
        if (problem.isPresent()) {
            return Answer.refused(problem.get());
        }
        if (scopes.isEmpty() || !actor.scopes().containsAll(scopes)) {
            return Answer.refused(Refusal.SCOPES_MISSING);
        }
        if (lifetimeDays < 1 || lifetimeDays > LONGEST_LIFETIME_DAYS) {
            return Answer.refused(Refusal.LIFETIME_INVALID);
        }
        if (new AccessTokenStore(sql).count(actor.user()) >= MOST_PER_USER) {
            return Answer.refused(Refusal.TOO_MANY_TOKENS);
        }
        String secret = PREFIX + secrets.next();
        OffsetDateTime expiry = now().plusDays(lifetimeDays);
        AccessToken token = sql.transactionResult(
                transaction -> add(transaction.dsl(), actor.user(), name.strip(), scopes, expiry, secret));
        return Answer.done(new AccessToken.Issued(token, secret));
    }

    /// The actor's own tokens, expired ones too, the newest first.
    public List<AccessToken> list(Actor actor) {
        return new AccessTokenStore(sql).list(actor.user());
    }

    /// Revokes one of the actor's own tokens. What goes on with it, streams included, ends.
    public void revoke(Actor actor, TokenId id) {
        sql.transaction(transaction -> {
            if (new AccessTokenStore(transaction.dsl()).remove(actor.user(), id)) {
                Map<String, String> detail = Map.of("token", id.toString());
                audit.add(transaction.dsl(), null, actor.user(), AuditEvent.TOKEN_REVOKED, detail);
            }
        });
        rights.look();
    }

    /// For whom the bearer of this secret acts, if it is a token that is still good.
    public Optional<Actor> find(String secret) {
        return bearer(secret).map(Bearer::actor);
    }

    /// The same, with the moment from which on it is not good any more.
    public Optional<Bearer> bearer(String secret) {
        if (!FORM.matcher(secret).matches()) {
            return Optional.empty();
        }
        byte[] hash = Secrets.hash(secret);
        Instant now = clock.instant();
        Optional<Known> found = known.find(HexFormat.of().formatHex(hash), () -> lookUp(hash))
                .filter(token -> token.bearer().expiresAt().isAfter(now));
        found.ifPresent(token -> used(token, now));
        return found.map(Known::bearer);
    }

    private Optional<Known> lookUp(byte[] hash) {
        return new AccessTokenStore(sql)
                .bearer(hash, now())
                .map(found -> new Known(
                        found.id(),
                        new Bearer(found.actor(), found.expiresAt()),
                        new AtomicReference<>(
                                found.lastUsedAt() == null
                                        ? Instant.EPOCH
                                        : found.lastUsedAt().toInstant())));
    }

    private void used(Known token, Instant now) {
        Instant last = token.lastUsed().get();
        if (last.plus(LAST_USED_GRAIN).isBefore(now) && token.lastUsed().compareAndSet(last, now)) {
            new AccessTokenStore(sql).used(token.id(), now());
        }
    }

    static boolean isWellFormed(String secret) {
        return FORM.matcher(secret).matches();
    }

    /// Stores the token that the settings of the installation give, with all scopes.
    void addFromSettings(DSLContext transaction, UserId user, String secret) {
        OffsetDateTime expiry = now().plusYears(YEARS_OF_SETTINGS_TOKEN);
        add(transaction, user, "From the settings of the server", TokenScope.all(), expiry, secret);
    }

    private AccessToken add(
            DSLContext transaction,
            UserId user,
            String name,
            Set<TokenScope> scopes,
            OffsetDateTime expiry,
            String secret) {
        AccessToken token =
                new AccessToken(new TokenId(ids.next()), name, scopes, now().toInstant(), expiry.toInstant(), null);
        new AccessTokenStore(transaction).add(user, token, Secrets.hash(secret));
        audit.add(
                transaction,
                null,
                user,
                AuditEvent.TOKEN_CREATED,
                Map.of("token", token.id().toString(), "name", name));
        return token;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
