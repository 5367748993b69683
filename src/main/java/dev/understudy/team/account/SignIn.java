package dev.understudy.team.account;

import dev.understudy.team.AuditEvent;
import dev.understudy.team.AuditLog;
import dev.understudy.team.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        /// @param passwordMark as in [Users#passwordMark]
        record Welcome(User user, String passwordMark) implements Result {}

        record Wrong() implements Result {}

        /// Too many attempts; the password was not looked at.
        record Wait(Duration time) implements Result {}
    }

    static final int FREE_PER_ACCOUNT = 5;
    static final int FREE_PER_ADDRESS = 20;

    private final DSLContext sql;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final Throttle perAccount;
    private final Throttle perAddress;
    private final String hashOfNobody;

    public SignIn(DSLContext sql, Clock clock, PasswordEncoder passwords, AuditLog audit) {
        this.sql = sql;
        this.passwords = passwords;
        this.audit = audit;
        this.perAccount = new Throttle(clock, FREE_PER_ACCOUNT);
        this.perAddress = new Throttle(clock, FREE_PER_ADDRESS);
        this.hashOfNobody = String.valueOf(passwords.encode("nobody's password"));
    }

    /// Checks the password, unless there were too many attempts.
    /// @param address where the attempt comes from, as text
    public Result attempt(String email, String password, String address) {
        String account = email.strip().toLowerCase(Locale.ROOT) + " " + address;
        Optional<Duration> wait = perAddress.begin(address);
        if (wait.isPresent()) {
            return new Result.Wait(wait.get());
        }
        wait = perAccount.begin(account);
        if (wait.isPresent()) {
            return new Result.Wait(wait.get());
        }
        Optional<UserStore.Credentials> known = check(email.strip(), password);
        if (known.isEmpty()) {
            audit.add(sql, null, null, AuditEvent.SIGN_IN_REFUSED, Map.of("email", shown(email), "address", address));
            return new Result.Wrong();
        }
        perAccount.forget(account);
        perAddress.takeBack(address);
        User user = known.get().user();
        audit.add(sql, null, user.id(), AuditEvent.SIGNED_IN, Map.of("address", address));
        return new Result.Welcome(user, known.get().passwordMark());
    }

    public void signedOut(UserId user) {
        audit.add(sql, null, user, AuditEvent.SIGNED_OUT, Map.of());
    }

    private Optional<UserStore.Credentials> check(String email, String password) {
        if (password.length() > Registration.LONGEST_PASSWORD || email.length() > Registration.LONGEST_EMAIL) {
            return Optional.empty();
        }
        Optional<UserStore.Credentials> known =
                email.indexOf('\0') < 0 ? new UserStore(sql).find(email) : Optional.empty();
        String hash = known.map(UserStore.Credentials::passwordHash).orElse(hashOfNobody);
        boolean right = passwords.matches(password, hash);
        return right ? known : Optional.empty();
    }

    private static String shown(String email) {
        String clean = email.replaceAll("[\\p{Cc}\\p{Cs}]", "?");
        return clean.length() <= Registration.LONGEST_EMAIL ? clean : clean.substring(0, Registration.LONGEST_EMAIL);
    }
}
