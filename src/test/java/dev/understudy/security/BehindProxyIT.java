package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.server.TestDatabase;
import dev.understudy.wall.OwnCookies;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// A server that is called by its proxy.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "understudy.proxies=127.0.0.1, 10.0.0.0/8",
            "understudy.owner.email=ana@example.org",
            "understudy.owner.password=" + DoorsIT.PASSWORD
        })
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
class BehindProxyIT {

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("P29 of a chain the last address that is no proxy counts, whatever the client wrote before it")
    void chain() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(guess("a@example.org", "192.0.2.%d, 198.51.100.1, 10.1.1.1".formatted(guess)))
                    .endsWith("?error");
        }
        assertThat(guess("a@example.org", "192.0.2.77, 198.51.100.1, 10.1.1.1")).contains("?wait=");
        assertThat(guess("a@example.org", "192.0.2.77, 198.51.100.2, 10.1.1.1")).endsWith("?error");
    }

    @Test
    @DisplayName("P15 somebody behind the same address comes in with the right password while strangers there guess")
    void sameAddress() {
        for (int guess = 0; guess < 30; guess++) {
            guess("user" + guess + "@example.org", "198.51.100.3");
        }
        Browser browser = new Browser(port);
        String csrf = Browser.csrf(browser.open("/login"));
        Map<String, String> form = Map.of("username", "ana@example.org", "password", DoorsIT.PASSWORD, "_csrf", csrf);
        assertThat(location(browser.post("/login", form, "X-Forwarded-For", "198.51.100.3")))
                .doesNotContain("/login");
    }

    @Test
    @DisplayName("P15 an account is slowed down wherever guesses come from, but not for a browser that its owner knows")
    void everywhere() {
        Browser known = new Browser(port);
        known.signIn("ana@example.org", DoorsIT.PASSWORD);
        known.forget(OwnCookies.SESSION);
        known.forget(OwnCookies.STAY);
        String last = "";
        for (int guess = 0; guess < 25; guess++) {
            last = guess("ana@example.org", "203.0.113." + guess);
        }
        assertThat(last).contains("?wait=");
        assertThat(location(known.signIn("ana@example.org", DoorsIT.PASSWORD))).doesNotContain("/login");
    }

    @Test
    @DisplayName("P29 a proxy that was asked over HTTPS makes cookies secure and lets browsers come back that way only")
    void secure() throws IOException {
        String answer = RawClient.get(port, "/login", "mocks.example.org", "X-Forwarded-Proto: https");
        assertThat(answer).containsPattern("Set-Cookie: [^\\n]*Secure").contains("Strict-Transport-Security: max-age=");
    }

    @Test
    @DisplayName("P32 over HTTPS browsers are told to come back that way to this name, not to all names below it")
    void names() throws IOException {
        String answer = RawClient.get(port, "/login", "mocks.example.org", "X-Forwarded-Proto: https");
        List<String> told = answer.lines()
                .filter(line -> line.startsWith("Strict-Transport-Security"))
                .toList();
        assertThat(told).hasSize(1).noneMatch(line -> line.contains("includeSubDomains"));
    }

    private String guess(String email, String forwarded) {
        Browser browser = new Browser(port);
        String csrf = Browser.csrf(browser.open("/login"));
        return location(browser.post(
                "/login", Map.of("username", email, "password", "wrong", "_csrf", csrf), "X-Forwarded-For", forwarded));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
