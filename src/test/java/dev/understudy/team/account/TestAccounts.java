package dev.understudy.team.account;

import dev.understudy.team.Answer;
import dev.understudy.team.TestPeople;
import dev.understudy.team.UserId;
import java.util.Locale;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Accounts in a database of its own. Passwords are hashed with the real algorithm, as cheaply as it can.
final class TestAccounts {

    static final String PASSWORD = "correct horse battery";

    final TestPeople people = new TestPeople();
    final PasswordEncoder passwords = new Argon2PasswordEncoder(16, 32, 1, 64, 1);
    final Users users = new Users(people.sql, people.clock, people.ids, passwords, people.audit, people.rights);
    final AccessTokens tokens =
            new AccessTokens(people.sql, people.clock, people.ids, people.secrets, people.audit, people.rights);
    final SignIn signIn = new SignIn(people.sql, people.clock, passwords, people.audit, people.secrets);
    final RememberedBrowsers browsers = new RememberedBrowsers(people.sql, people.clock, people.ids, people.secrets);
    final Joining joining = new Joining(people.invitations, users);

    static Registration registration(String name) {
        return new Registration(name.toLowerCase(Locale.ROOT) + "@example.org", name, PASSWORD);
    }

    User register(String name) {
        Answer<UserId> answer =
                people.sql.transactionResult(transaction -> users.register(transaction.dsl(), registration(name)));
        return users.find(value(answer)).orElseThrow();
    }

    static <T> T value(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> value;
            case Answer.Refused<T>(var why) -> throw new AssertionError(why);
        };
    }
}
