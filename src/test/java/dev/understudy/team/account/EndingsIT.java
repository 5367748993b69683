package dev.understudy.team.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.team.RightsChange;
import dev.understudy.team.UserId;
import dev.understudy.team.account.AccessTokens.Fate;
import dev.understudy.team.account.SessionMark.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EndingsIT {

    private final TestAccounts accounts = new TestAccounts();
    private final User ana = accounts.register("Ana");

    @Test
    @DisplayName("P40 signing out everywhere ends all sessions and stays of one person, and of nobody else")
    void everywhere() {
        User ben = accounts.register("Ben");
        SessionMark before = mark(ana.id());
        SessionMark bens = mark(ben.id());
        RememberedBrowsers.Pass pass = accounts.browsers.remember(ana);
        accounts.users.signOutEverywhere(ana.atBrowser(), Fate.KEPT);
        assertThat(before.ending(mark(ana.id()))).contains(Ending.SIGNED_OUT_EVERYWHERE);
        assertThat(accounts.browsers.comeBack(pass)).isEmpty();
        assertThat(bens.ending(mark(ben.id()))).isEmpty();
    }

    @Test
    @DisplayName("P40 a session knows whether another password or signing out everywhere ended it")
    void why() {
        SessionMark before = mark(ana.id());
        assertThat(before.ending(mark(ana.id()))).isEmpty();
        accounts.users.changePassword(
                ana.atBrowser(), TestAccounts.PASSWORD, "a new one, longer", Fate.KEPT, (_, _) -> {});
        assertThat(before.ending(mark(ana.id()))).contains(Ending.PASSWORD_CHANGED);
    }

    @Test
    @DisplayName("P41 access tokens go with the sessions if that is wanted, else they stay")
    void tokens() {
        String secret = token();
        accounts.users.signOutEverywhere(ana.atBrowser(), Fate.KEPT);
        assertThat(accounts.tokens.find(secret)).isPresent();
        accounts.users.changePassword(
                ana.atBrowser(), TestAccounts.PASSWORD, "a new one, longer", Fate.REVOKED, (_, _) -> {});
        assertThat(accounts.tokens.find(secret)).isEmpty();
        String another = token();
        accounts.users.signOutEverywhere(ana.atBrowser(), Fate.REVOKED);
        assertThat(accounts.tokens.find(another)).isEmpty();
    }

    @Test
    @DisplayName("P42 what may have ended of an account is told: its sessions and its tokens, and no more")
    void told() {
        List<RightsChange> told = new ArrayList<>();
        accounts.people.rights.look();
        accounts.people.rights.listen(told::add);
        token();
        assertThat(told).as("a new token takes nothing away").isEmpty();
        accounts.users.signOutEverywhere(ana.atBrowser(), Fate.REVOKED);
        assertThat(told).isNotEmpty().allMatch(new RightsChange.OfAccount(ana.id())::equals);
        told.clear();
        accounts.tokens.find(token());
        assertThat(told).as("its use neither").isEmpty();
        accounts.users.changePassword(
                ana.atBrowser(), TestAccounts.PASSWORD, "a new one, longer", Fate.KEPT, (_, _) -> {});
        assertThat(told).containsExactly(new RightsChange.OfAccount(ana.id()));
    }

    private String token() {
        return TestAccounts.value(accounts.tokens.create(
                        ana.atBrowser(), "CI", Set.of(dev.understudy.team.TokenScope.ENVIRONMENT_READ), 1))
                .secret();
    }

    private SessionMark mark(UserId user) {
        return accounts.users.mark(user).orElseThrow();
    }
}
