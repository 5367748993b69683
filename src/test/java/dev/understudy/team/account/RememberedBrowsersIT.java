package dev.understudy.team.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RememberedBrowsersIT {

    private final TestAccounts accounts = new TestAccounts();
    private final User ana = accounts.register("Ana");

    @Test
    @DisplayName("P18 a browser comes back without a password, each time with a new pass")
    void rotates() {
        RememberedBrowsers.Pass pass = accounts.browsers.remember(ana);
        for (int visit = 0; visit < 3; visit++) {
            accounts.people.clock.pass(Duration.ofDays(20));
            RememberedBrowsers.Return back = accounts.browsers.comeBack(pass).orElseThrow();
            assertThat(back.user()).isEqualTo(ana);
            assertThat(back.next().orElseThrow()).isNotEqualTo(pass);
            pass = back.next().orElseThrow();
        }
    }

    @Test
    @DisplayName("P18 requests sent together come back together")
    void together() {
        RememberedBrowsers.Pass pass = accounts.browsers.remember(ana);
        RememberedBrowsers.Pass next =
                accounts.browsers.comeBack(pass).orElseThrow().next().orElseThrow();
        assertThat(accounts.browsers.comeBack(pass))
                .map(RememberedBrowsers.Return::next)
                .hasValueSatisfying(second -> assertThat(second).isEmpty());
        assertThat(accounts.browsers.comeBack(next)).isPresent();
    }

    @Test
    @DisplayName("P18 a pass that was changed long ago is a copy, and ends the stay of both")
    void copied() {
        RememberedBrowsers.Pass copied = accounts.browsers.remember(ana);
        RememberedBrowsers.Pass next =
                accounts.browsers.comeBack(copied).orElseThrow().next().orElseThrow();
        accounts.people.clock.pass(RememberedBrowsers.OVERLAP);
        assertThat(accounts.browsers.comeBack(copied)).isEmpty();
        assertThat(accounts.browsers.comeBack(next)).isEmpty();
    }

    @Test
    @DisplayName("P18 a stay ends 30 days after the last visit, or when it is ended")
    void ends() {
        RememberedBrowsers.Pass old = accounts.browsers.remember(ana);
        accounts.people.clock.pass(RememberedBrowsers.LIFETIME);
        assertThat(accounts.browsers.comeBack(old)).isEmpty();
        RememberedBrowsers.Pass ended = accounts.browsers.remember(ana);
        accounts.browsers.forget(ended.id());
        assertThat(accounts.browsers.comeBack(ended)).isEmpty();
    }
}
