package dev.understudy.team.account;

import dev.understudy.team.Actor;
import dev.understudy.team.Answer;
import dev.understudy.team.AuditEvent;
import dev.understudy.team.AuditLog;
import dev.understudy.team.Refusal;
import dev.understudy.team.RightsLog;
import dev.understudy.team.TimeOrderedIds;
import dev.understudy.team.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// The accounts of this server. Any thread may call it.
@Component
public final class Users {

    private final DSLContext sql;
    private final Clock clock;
    private final TimeOrderedIds ids;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final RightsLog rights;
    private final Throttle guesses;

    public Users(
            DSLContext sql,
            Clock clock,
            TimeOrderedIds ids,
            PasswordEncoder passwords,
            AuditLog audit,
            RightsLog rights) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.passwords = passwords;
        this.audit = audit;
        this.rights = rights;
        this.guesses = new Throttle(clock, SignIn.FREE_PER_ACCOUNT);
    }

    /// Whether anybody has an account.
    public boolean hasAny() {
        return new UserStore(sql).hasAny();
    }

    public Optional<User> find(UserId id) {
        return new UserStore(sql).find(id).map(UserStore.Credentials::user);
    }

    /// What sessions that are opened now are opened under. Empty if there is no such account.
    public Optional<SessionMark> mark(UserId id) {
        return new UserStore(sql).find(id).map(UserStore.Credentials::mark);
    }

    /// Opens an account within a transaction. It gives no right: a team does.
    Answer<UserId> register(DSLContext transaction, Registration registration) {
        Optional<Refusal> problem = registration.problem();
        if (problem.isPresent()) {
            return Answer.refused(problem.get());
        }
        User user = new User(new UserId(ids.next()), registration.email(), registration.displayName());
        String hash = hash(registration.password());
        boolean added =
                new UserStore(transaction).add(user, hash, clock.instant().atOffset(ZoneOffset.UTC));
        return added ? Answer.done(user.id()) : Answer.refused(Refusal.EMAIL_TAKEN);
    }

    /// Changes the name that others see.
    public Answer<String> rename(Actor actor, String displayName) {
        String name = displayName.strip();
        Optional<Refusal> problem = Registration.problemOfName(name);
        if (problem.isPresent()) {
            return Answer.refused(problem.get());
        }
        new UserStore(sql).rename(actor.user(), name);
        rights.look();
        return Answer.done(name);
    }

    /// Changes the password; access tokens stay as they are.
    public Answer<UserId> changePassword(Actor actor, String current, String wanted) {
        return changePassword(actor, current, wanted, AccessTokens.Fate.KEPT, (_, _) -> {});
    }

    /// Changes the password and ends all sessions of before, and the stay of every browser that was to be remembered.
    /// Guesses are slowed down.
    ///
    /// @param soon is told what the account asks of sessions, and what it is about to ask, before it does
    public Answer<UserId> changePassword(
            Actor actor,
            String current,
            String wanted,
            AccessTokens.Fate tokens,
            BiConsumer<SessionMark, SessionMark> soon) {
        String account = actor.user().toString();
        if (guesses.begin(account).isPresent()) {
            return Answer.refused(Refusal.PASSWORD_WAIT);
        }
        Optional<UserStore.Credentials> known = new UserStore(sql).find(actor.user());
        if (known.isEmpty() || !passwords.matches(current, known.get().passwordHash())) {
            return Answer.refused(Refusal.PASSWORD_WRONG);
        }
        guesses.forget(account);
        Optional<Refusal> problem = Registration.problemOfPassword(wanted, actor.email());
        if (problem.isPresent()) {
            return Answer.refused(problem.get());
        }
        String hash = hash(wanted);
        soon.accept(known.get().mark(), SessionMark.of(hash, known.get().signOuts()));
        sql.transaction(transaction -> {
            new UserStore(transaction.dsl()).setPassword(actor.user(), hash);
            end(transaction.dsl(), actor, tokens, AuditEvent.PASSWORD_CHANGED);
        });
        rights.look();
        return Answer.done(actor.user());
    }

    /// Ends all sessions, the own one too, and the stay of every browser.
    public void signOutEverywhere(Actor actor, AccessTokens.Fate tokens) {
        sql.transaction(transaction -> {
            new UserStore(transaction.dsl()).signOut(actor.user());
            end(transaction.dsl(), actor, tokens, AuditEvent.SIGNED_OUT_EVERYWHERE);
        });
        rights.look();
    }

    private void end(DSLContext transaction, Actor actor, AccessTokens.Fate tokens, AuditEvent event) {
        new RememberedBrowserStore(transaction).forgetAll(actor.user());
        int revoked =
                tokens == AccessTokens.Fate.REVOKED ? new AccessTokenStore(transaction).removeAll(actor.user()) : 0;
        audit.add(transaction, null, actor.user(), event, Map.of("tokensRevoked", String.valueOf(revoked)));
    }

    private String hash(String password) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The password encoder gave no hash");
        }
        return hash;
    }
}
