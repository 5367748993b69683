package dev.understudy.team.account;

import dev.understudy.team.AuditEvent;
import dev.understudy.team.AuditLog;
import dev.understudy.team.Secrets;
import dev.understudy.team.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jooq.DSLContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Lets people in by e-mail address and password. Whether an account exists cannot be told from the answer nor from
/// the time that it takes. Any thread may call it.
@Component
public final class SignIn {

    /// What came of an attempt.
    public sealed interface Result {

        /// The password is right.
        ///
        /// @param mark what the session is opened under
        record Welcome(User user, SessionMark mark) implements Result {}

        record Wrong() implements Result {}

        /// Too many attempts; the password was not looked at.
        record Wait(Duration time) implements Result {}
    }

    static final int FREE_PER_ACCOUNT = 5;

    private final DSLContext sql;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final Secrets secrets;
    private final Guesses guesses;
    private final String hashOfNobody;
    /// Checking a password takes a core for a while and some memory: guessers leave something for everybody else.
    private final Semaphore checks =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    public SignIn(DSLContext sql, Clock clock, PasswordEncoder passwords, AuditLog audit, Secrets secrets) {
        this.sql = sql;
        this.passwords = passwords;
        this.audit = audit;
        this.secrets = secrets;
        this.guesses = new Guesses(clock);
        this.hashOfNobody = String.valueOf(passwords.encode("nobody's password"));
    }

    /// An attempt from a browser that nobody knows.
    public Result attempt(String email, String password, String address) {
        return attempt(email, password, address, "");
    }

    /// Checks the password, unless there were too many attempts.
    ///
    /// @param address where the attempt comes from, as text
    /// @param browser what [#knownBrowser] gave to the browser; anything else means nothing
    public Result attempt(String email, String password, String address, String browser) {
        Optional<UserStore.Credentials> account = find(email.strip());
        Optional<String> number = account.flatMap(known -> KnownBrowser.number(known, browser));
        String name =
                email.length() > Registration.LONGEST_EMAIL ? "" : email.strip().toLowerCase(Locale.ROOT);
        try (Guesses.Turn turn = guesses.begin(new Guesses.Guess(name, account.isPresent(), address, number))) {
            if (turn.timeToWait().isPresent()) {
                return new Result.Wait(turn.timeToWait().get());
            }
            Optional<UserStore.Credentials> known = check(account, password);
            if (known.isEmpty()) {
                Map<String, String> detail = Map.of("email", shown(email), "address", address);
                audit.add(sql, null, null, AuditEvent.SIGN_IN_REFUSED, detail);
                return new Result.Wrong();
            }
            turn.right();
            User user = known.get().user();
            audit.add(sql, null, user.id(), AuditEvent.SIGNED_IN, Map.of("address", address));
            return new Result.Welcome(user, known.get().mark());
        }
    }

    /// What a browser keeps once somebody signed in with it, so that strangers who guess at the account do not make
    /// this browser wait. It opens nothing. Empty if there is no such account.
    public Optional<String> knownBrowser(UserId user) {
        return new UserStore(sql).find(user).map(account -> KnownBrowser.pass(account, secrets.next()));
    }

    public void signedOut(UserId user) {
        audit.add(sql, null, user, AuditEvent.SIGNED_OUT, Map.of());
    }

    private Optional<UserStore.Credentials> find(String email) {
        return email.length() <= Registration.LONGEST_EMAIL && email.indexOf('\0') < 0
                ? new UserStore(sql).find(email)
                : Optional.empty();
    }

    private Optional<UserStore.Credentials> check(Optional<UserStore.Credentials> account, String password) {
        if (password.length() > Registration.LONGEST_PASSWORD) {
            return Optional.empty();
        }
        checks.acquireUninterruptibly();
        try {
            String hash = account.map(UserStore.Credentials::passwordHash).orElse(hashOfNobody);
            return passwords.matches(password, hash) ? account : Optional.empty();
        } finally {
            checks.release();
        }
    }

    private static String shown(String email) {
        String clean = email.replaceAll("[\\p{Cc}\\p{Cs}]", "?");
        return clean.length() <= Registration.LONGEST_EMAIL ? clean : clean.substring(0, Registration.LONGEST_EMAIL);
    }
}
