package dev.understudy.team.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.team.Answer;
import dev.understudy.team.Invitation;
import dev.understudy.team.Refusal;
import dev.understudy.team.Role;
import dev.understudy.team.TeamId;
import dev.understudy.team.account.SignIn.Result;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UsersIT {

    private final TestAccounts accounts = new TestAccounts();
    private final User ana = accounts.register("Ana");

    @Test
    @DisplayName("P12 an address has one account, however it is written")
    void emailTaken() {
        Registration again = new Registration("ANA@example.org", "Another Ana", TestAccounts.PASSWORD);
        Answer<?> answer =
                accounts.people.sql.transactionResult(transaction -> accounts.users.register(transaction.dsl(), again));
        assertThat(answer).isEqualTo(Answer.refused(Refusal.EMAIL_TAKEN));
    }

    @Test
    @DisplayName("P16 a person changes the name that others see")
    void rename() {
        assertThat(accounts.users.rename(ana.atBrowser(), " Ana B. ")).isEqualTo(Answer.done("Ana B."));
        assertThat(accounts.users.find(ana.id())).map(User::displayName).contains("Ana B.");
        assertThat(accounts.users.rename(ana.atBrowser(), " ")).isEqualTo(Answer.refused(Refusal.NAME_INVALID));
    }

    @Test
    @DisplayName("P16 a new password needs the current one and ends the stay of remembered browsers")
    void changePassword() {
        RememberedBrowsers.Pass pass = accounts.browsers.remember(ana);
        assertThat(accounts.users.changePassword(ana.atBrowser(), "not this one", "a new one, longer"))
                .isEqualTo(Answer.refused(Refusal.PASSWORD_WRONG));
        assertThat(accounts.users.changePassword(ana.atBrowser(), TestAccounts.PASSWORD, "short"))
                .isEqualTo(Answer.refused(Refusal.PASSWORD_TOO_SHORT));
        assertThat(accounts.users.changePassword(ana.atBrowser(), TestAccounts.PASSWORD, "a new one, longer"))
                .isInstanceOf(Answer.Done.class);
        assertThat(accounts.signIn.attempt("ana@example.org", "a new one, longer", "192.0.2.1"))
                .isInstanceOf(Result.Welcome.class);
        assertThat(accounts.browsers.comeBack(pass)).isEmpty();
    }

    @Test
    @DisplayName("P16 guesses at the current password are slowed down")
    void guesses() {
        for (int guess = 0; guess < SignIn.FREE_PER_ACCOUNT; guess++) {
            assertThat(accounts.users.changePassword(ana.atBrowser(), "guess " + guess, "a new one, longer"))
                    .isEqualTo(Answer.refused(Refusal.PASSWORD_WRONG));
        }
        assertThat(accounts.users.changePassword(ana.atBrowser(), TestAccounts.PASSWORD, "a new one, longer"))
                .isEqualTo(Answer.refused(Refusal.PASSWORD_WAIT));
        accounts.people.clock.pass(Throttle.LONGEST_WAIT);
        assertThat(accounts.users.changePassword(ana.atBrowser(), TestAccounts.PASSWORD, "a new one, longer"))
                .isInstanceOf(Answer.Done.class);
    }

    @Test
    @DisplayName("P10 an invitation gives account and membership together, or neither")
    void joining() {
        TeamId team = accounts.people.team("Ours");
        var owner = accounts.people.access(accounts.people.member("Cleo", team, Role.OWNER), team);
        Invitation.Issued issued = TestAccounts.value(accounts.people.invitations.create(owner, Role.EDITOR));
        Registration taken = new Registration("ana@example.org", "Ben", TestAccounts.PASSWORD);
        assertThat(accounts.joining.join(issued.secret(), taken)).isEqualTo(Answer.refused(Refusal.EMAIL_TAKEN));
        Registration ben = TestAccounts.registration("Ben");
        assertThat(accounts.joining.join(issued.secret(), ben)).isEqualTo(Answer.done(team));
        Registration dan = TestAccounts.registration("Dan");
        assertThat(accounts.joining.join(issued.secret(), dan)).isEqualTo(Answer.refused(Refusal.LINK_DEAD));
        assertThat(accounts.signIn.attempt("dan@example.org", TestAccounts.PASSWORD, "192.0.2.1"))
                .isEqualTo(new Result.Wrong());
    }
}
