package dev.understudy.team.account;

import static dev.understudy.db.Tables.AUDIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.team.account.SignIn.Result;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignInIT {

    private static final String HOME = "192.0.2.1";

    private final TestAccounts accounts = new TestAccounts();
    private final User ana = accounts.register("Ana");
    private final Result.Welcome welcome =
            new Result.Welcome(ana, accounts.users.mark(ana.id()).orElseThrow());

    @Test
    @DisplayName("P14 address and password let a person in, capitals and blanks of the address aside")
    void welcome() {
        assertThat(attempt("ana@example.org", TestAccounts.PASSWORD)).isEqualTo(welcome);
        assertThat(attempt(" ANA@example.org ", TestAccounts.PASSWORD)).isEqualTo(welcome);
        assertThat(accounts.people.sql.fetchCount(AUDIT, AUDIT.ACTION.eq("signed-in")))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("P14 a wrong password, an unknown address and the server's own account get the same answer")
    void wrong() {
        assertThat(attempt("ana@example.org", "correct horse batterx")).isEqualTo(new Result.Wrong());
        assertThat(attempt("nobody@example.org", TestAccounts.PASSWORD)).isEqualTo(new Result.Wrong());
        assertThat(attempt("understudy", "")).isEqualTo(new Result.Wrong());
        assertThat(accounts.people.sql.fetchCount(AUDIT, AUDIT.ACTION.eq("sign-in-refused")))
                .isEqualTo(3);
    }

    @Test
    @DisplayName("P14 null bytes, half characters and a megabyte are wrong too, and nothing more")
    void odd() {
        assertThat(attempt("ana\0@example.org", "x")).isEqualTo(new Result.Wrong());
        assertThat(attempt("\uD800@example.org", "x")).isEqualTo(new Result.Wrong());
        assertThat(attempt("a".repeat(1_000_000), "x".repeat(1_000_000))).isEqualTo(new Result.Wrong());
    }

    @Test
    @DisplayName("P15 after five wrong passwords even the right one has to wait")
    void throttled() {
        for (int count = 0; count < SignIn.FREE_PER_ACCOUNT; count++) {
            assertThat(attempt("ana@example.org", "wrong")).isEqualTo(new Result.Wrong());
        }
        assertThat(attempt("Ana@example.org", TestAccounts.PASSWORD)).isEqualTo(new Result.Wait(Duration.ofSeconds(1)));
        assertThat(accounts.signIn.attempt("ana@example.org", TestAccounts.PASSWORD, "192.0.2.2"))
                .isEqualTo(welcome);
        accounts.people.clock.pass(Duration.ofSeconds(1));
        assertThat(attempt("ana@example.org", TestAccounts.PASSWORD)).isEqualTo(welcome);
        assertThat(attempt("ana@example.org", "wrong")).isEqualTo(new Result.Wrong());
    }

    @Test
    @DisplayName("P15 an address that tried a password on many accounts gets one guess at each, and right ones come in")
    void spraying() {
        for (int count = 0; count < Guesses.FREE_PER_ADDRESS; count++) {
            assertThat(attempt("user" + count + "@example.org", "Summer 2026!")).isEqualTo(new Result.Wrong());
        }
        User ben = accounts.register("Ben");
        assertThat(attempt("ben@example.org", "Summer 2026!")).isEqualTo(new Result.Wrong());
        assertThat(attempt("ben@example.org", TestAccounts.PASSWORD)).isEqualTo(new Result.Wait(Duration.ofSeconds(1)));
        assertThat(attempt("ana@example.org", TestAccounts.PASSWORD)).isEqualTo(welcome);
        accounts.people.clock.pass(Duration.ofSeconds(1));
        assertThat(attempt("ben@example.org", TestAccounts.PASSWORD)).isInstanceOf(Result.Welcome.class);
        assertThat(ben.email()).isEqualTo("ben@example.org");
    }

    @Test
    @DisplayName(
            "P15 guesses from many addresses make an account wait for a minute at most, a known browser not at all")
    void distributed() {
        String browser = accounts.signIn.knownBrowser(ana.id()).orElseThrow();
        int address = 0;
        for (int count = 0; count < Guesses.FREE_PER_ACCOUNT; count++) {
            assertThat(guess(address++)).isEqualTo(new Result.Wrong());
        }
        Duration longest = Duration.ZERO;
        for (int count = 0; count < 10; count++) {
            assertThat(guess(address++))
                    .isInstanceOfSatisfying(Result.Wait.class, wait -> accounts.people.clock.pass(wait.time()));
            assertThat(guess(address)).isEqualTo(new Result.Wrong());
            longest = guess(address + 1_000) instanceof Result.Wait(Duration time) ? time : Duration.ZERO;
        }
        assertThat(longest).isEqualTo(Guesses.LONGEST_PER_ACCOUNT);
        assertThat(accounts.signIn.attempt("ana@example.org", TestAccounts.PASSWORD, "203.0.113.9", browser))
                .isEqualTo(welcome);
    }

    @Test
    @DisplayName("P15 a known browser has guesses of its own, for its account alone, until the password is another")
    void knownBrowser() {
        String browser = accounts.signIn.knownBrowser(ana.id()).orElseThrow();
        for (int count = 0; count < SignIn.FREE_PER_ACCOUNT; count++) {
            assertThat(attempt("ana@example.org", "wrong")).isEqualTo(new Result.Wrong());
        }
        assertThat(attempt("ana@example.org", TestAccounts.PASSWORD)).isInstanceOf(Result.Wait.class);
        for (int count = 0; count < SignIn.FREE_PER_ACCOUNT; count++) {
            assertThat(from(browser, "wrong")).isEqualTo(new Result.Wrong());
        }
        assertThat(from(browser, TestAccounts.PASSWORD)).isInstanceOf(Result.Wait.class);
        User ben = accounts.register("Ben");
        assertThat(from(accounts.signIn.knownBrowser(ben.id()).orElseThrow(), TestAccounts.PASSWORD))
                .isInstanceOf(Result.Wait.class);
        assertThat(from(browser + "0", TestAccounts.PASSWORD)).isInstanceOf(Result.Wait.class);
        String other = accounts.signIn.knownBrowser(ana.id()).orElseThrow();
        assertThat(accounts.users.changePassword(ana.atBrowser(), TestAccounts.PASSWORD, "a new one, longer"))
                .isInstanceOf(dev.understudy.team.Answer.Done.class);
        assertThat(from(other, "a new one, longer")).isInstanceOf(Result.Wait.class);
    }

    private Result from(String browser, String password) {
        return accounts.signIn.attempt("ana@example.org", password, HOME, browser);
    }

    private Result guess(int address) {
        return accounts.signIn.attempt("ana@example.org", "wrong", "192.0.2." + address);
    }

    private Result attempt(String email, String password) {
        return accounts.signIn.attempt(email, password, HOME);
    }
}
