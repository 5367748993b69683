package dev.understudy.team.account;

import static dev.understudy.db.Tables.ACCESS_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.team.Actor;
import dev.understudy.team.Answer;
import dev.understudy.team.Refusal;
import dev.understudy.team.Secrets;
import dev.understudy.team.TokenScope;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AccessTokensIT {

    private static final Set<TokenScope> READ = Set.of(TokenScope.ENVIRONMENT_READ);

    private final TestAccounts accounts = new TestAccounts();
    private final Actor ana = accounts.register("Ana").atBrowser();
    private final Actor ben = accounts.register("Ben").atBrowser();

    @Test
    @DisplayName("P17 a token acts for its maker within its scopes, and only its hash is stored")
    void actsForItsMaker() {
        AccessToken.Issued issued = create(READ);
        assertThat(issued.secret()).matches("us_[0-9A-Za-z]{40}");
        assertThat(accounts.tokens.find(issued.secret()))
                .contains(new Actor(
                        ana.user(),
                        "Ana",
                        "ana@example.org",
                        READ,
                        Optional.of(issued.token().id())));
        assertThat(accounts.people
                        .sql
                        .select(ACCESS_TOKEN.TOKEN_HASH)
                        .from(ACCESS_TOKEN)
                        .fetchOne())
                .satisfies(row -> assertThat(row.value1()).isEqualTo(Secrets.hash(issued.secret())));
    }

    @Test
    @DisplayName("P17 nobody hands out a scope that they do not have")
    void scopes() {
        Actor token = accounts.tokens.find(create(READ).secret()).orElseThrow();
        assertThat(accounts.tokens.create(token, "CI", TokenScope.all(), 30))
                .isEqualTo(Answer.refused(Refusal.SCOPES_MISSING));
        assertThat(accounts.tokens.create(ana, "CI", Set.of(), 30)).isEqualTo(Answer.refused(Refusal.SCOPES_MISSING));
    }

    @Test
    @DisplayName("P17 a token is dead after its lifetime and after it is revoked")
    void dead() {
        AccessToken.Issued shortLived = create(READ);
        AccessToken.Issued revoked = create(READ);
        accounts.tokens.revoke(ben, revoked.token().id());
        assertThat(accounts.tokens.find(revoked.secret())).isPresent();
        accounts.tokens.revoke(ana, revoked.token().id());
        assertThat(accounts.tokens.find(revoked.secret())).isEmpty();
        accounts.people.clock.pass(Duration.ofDays(30).minusSeconds(1));
        assertThat(accounts.tokens.find(shortLived.secret())).isPresent();
        accounts.people.clock.pass(Duration.ofSeconds(1));
        assertThat(accounts.tokens.find(shortLived.secret())).isEmpty();
    }

    @Test
    @DisplayName("P53 a token that is remembered costs no question, and its time ends as exactly")
    void remembered() {
        AccessToken.Issued issued = create(READ);
        accounts.people.rights.look();
        assertThat(accounts.tokens.find(issued.secret())).isPresent();
        accounts.people.sql.execute("alter table access_token rename to hidden");
        assertThat(accounts.tokens.find(issued.secret())).isPresent();
        accounts.people.sql.execute("alter table hidden rename to access_token");
        accounts.people.clock.pass(Duration.ofDays(30).minusMillis(1));
        accounts.people.rights.look();
        assertThat(accounts.tokens.find(issued.secret())).isPresent();
        accounts.people.clock.pass(Duration.ofMillis(1));
        accounts.people.rights.look();
        assertThat(accounts.tokens.find(issued.secret())).isEmpty();
    }

    @Test
    @DisplayName("P17 people see their own tokens only, with the minute of the last use")
    void list() {
        AccessToken.Issued issued = create(READ);
        assertThat(accounts.tokens.list(ben)).isEmpty();
        assertThat(accounts.tokens.list(ana)).containsExactly(issued.token());
        accounts.people.clock.pass(Duration.ofMinutes(5));
        accounts.tokens.find(issued.secret());
        var first = accounts.people.clock.instant();
        accounts.people.clock.pass(Duration.ofSeconds(30));
        accounts.tokens.find(issued.secret());
        assertThat(accounts.tokens.list(ana))
                .extracting(AccessToken::lastUsedAt)
                .containsExactly(first);
    }

    @Test
    @DisplayName("P17 a name, a lifetime of 1 to 366 days and at most 50 tokens")
    void limits() {
        assertThat(accounts.tokens.create(ana, " ", READ, 30)).isEqualTo(Answer.refused(Refusal.NAME_INVALID));
        assertThat(accounts.tokens.create(ana, "CI", READ, 0)).isEqualTo(Answer.refused(Refusal.LIFETIME_INVALID));
        assertThat(accounts.tokens.create(ana, "CI", READ, 367)).isEqualTo(Answer.refused(Refusal.LIFETIME_INVALID));
        for (int count = 0; count < AccessTokens.MOST_PER_USER; count++) {
            create(READ);
        }
        assertThat(accounts.tokens.create(ana, "CI", READ, 30)).isEqualTo(Answer.refused(Refusal.TOO_MANY_TOKENS));
    }

    @Test
    @DisplayName("P17 what does not look like a token is none")
    void malformed() {
        for (String secret : new String[] {"", "us_", "us_short", "xx_" + "a".repeat(40), "us_" + "a\0".repeat(20)}) {
            assertThat(accounts.tokens.find(secret)).as(secret).isEmpty();
        }
    }

    private AccessToken.Issued create(Set<TokenScope> scopes) {
        return TestAccounts.value(accounts.tokens.create(ana, "CI", scopes, 30));
    }
}
