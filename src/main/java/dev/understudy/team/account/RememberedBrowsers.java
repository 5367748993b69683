package dev.understudy.team.account;

import dev.understudy.team.Secrets;
import dev.understudy.team.TimeOrderedIds;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Lets a browser come back without a password, for [#LIFETIME] since its last visit. Its token is changed at each use;
/// one that was changed longer than a moment ago can only be a copy, and then the browser is forgotten altogether.
/// Any thread may call it.
@Component
public final class RememberedBrowsers {

    public static final Duration LIFETIME = Duration.ofDays(30);
    /// How long the token before the current one is good, for requests that were sent together.
    static final Duration OVERLAP = Duration.ofMinutes(1);

    /// What the browser is to send next time.
    public record Pass(UUID id, String secret) {}

    /// Somebody is back.
    /// @param mark of the time at which the pass was good
    /// @param next empty if another request of the same moment was given the next pass
    public record Return(User user, SessionMark mark, Optional<Pass> next) {}

    private final DSLContext sql;
    private final Clock clock;
    private final TimeOrderedIds ids;
    private final Secrets secrets;

    public RememberedBrowsers(DSLContext sql, Clock clock, TimeOrderedIds ids, Secrets secrets) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.secrets = secrets;
    }

    public Pass remember(User user) {
        Pass pass = new Pass(ids.next(), secrets.next());
        RememberedBrowserStore store = new RememberedBrowserStore(sql);
        store.forgetExpired(now());
        store.add(pass.id(), user.id(), Secrets.hash(pass.secret()), now(), now().plus(LIFETIME));
        return pass;
    }

    public Optional<Return> comeBack(Pass pass) {
        return sql.transactionResult(transaction -> comeBack(new RememberedBrowserStore(transaction.dsl()), pass));
    }

    public void forget(UUID id) {
        new RememberedBrowserStore(sql).forget(id);
    }

    private Optional<Return> comeBack(RememberedBrowserStore store, Pass pass) {
        Optional<RememberedBrowserStore.Browser> known = store.hold(pass.id(), now());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        RememberedBrowserStore.Browser browser = known.get();
        byte[] hash = Secrets.hash(pass.secret());
        if (browser.tokenHash().equals(ByteBuffer.wrap(hash))) {
            Pass next = new Pass(pass.id(), secrets.next());
            store.renew(pass.id(), Secrets.hash(next.secret()), hash, now(), now().plus(LIFETIME));
            return Optional.of(new Return(browser.user(), browser.mark(), Optional.of(next)));
        }
        boolean together = browser.renewedAt().plus(OVERLAP).isAfter(now());
        if (together && browser.previousHash().equals(ByteBuffer.wrap(hash))) {
            return Optional.of(new Return(browser.user(), browser.mark(), Optional.empty()));
        }
        store.forget(pass.id());
        return Optional.empty();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
