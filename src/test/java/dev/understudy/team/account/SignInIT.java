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
            new Result.Welcome(ana, accounts.users.passwordMark(ana.id()).orElseThrow());

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
    @DisplayName("P15 trying one password on many accounts is slowed down as well")
    void spraying() {
        for (int count = 0; count < SignIn.FREE_PER_ADDRESS; count++) {
            assertThat(attempt("user" + count + "@example.org", "Summer 2026!")).isEqualTo(new Result.Wrong());
        }
        assertThat(attempt("ana@example.org", TestAccounts.PASSWORD)).isInstanceOf(Result.Wait.class);
    }

    private Result attempt(String email, String password) {
        return accounts.signIn.attempt(email, password, HOME);
    }
}
