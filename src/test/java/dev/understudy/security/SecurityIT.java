package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.understudy.server.TestDatabase;
import dev.understudy.team.Actor;
import dev.understudy.team.Answer;
import dev.understudy.team.UserId;
import dev.understudy.team.account.AccessTokens;
import dev.understudy.team.account.SignIn;
import dev.understudy.team.account.Users;
import dev.understudy.wall.OwnCookies;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "vaadin.production-mode=true",
            "understudy.owner.email=ana@example.org",
            "understudy.owner.password=" + SecurityIT.PASSWORD,
            "understudy.owner.token=" + SecurityIT.TOKEN
        })
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
class SecurityIT {

    static final String PASSWORD = "correct horse battery";
    static final String TOKEN = "us_0123456789abcdefghijABCDEFGHIJ-._~";

    private static final String STAY = OwnCookies.STAY;

    @Autowired
    private Users users;

    @Autowired
    private SignIn signIn;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("P20 a page is for who is signed in; the sign-in leads back to where somebody wanted to go")
    void signInLeadsBack() {
        Browser browser = new Browser(port);
        HttpResponse<String> refused = browser.open("/profile");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(location(refused)).endsWith("/login");
        HttpResponse<String> welcome = browser.signIn("ana@example.org", PASSWORD);
        assertThat(location(welcome)).contains("/profile");
        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("P20 a wrong password leads back to the form and gives no session that is worth anything")
    void wrongPassword() {
        Browser browser = new Browser(port);
        HttpResponse<String> refused = browser.signIn("ana@example.org", "not the password");
        assertThat(location(refused)).endsWith("/login?error");
        assertThat(browser.open("/profile").statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("P21 the login form needs its token against forgery")
    void loginNeedsItsToken() {
        Browser browser = new Browser(port);
        HttpResponse<String> refused =
                browser.post("/login", Map.of("username", "ana@example.org", "password", PASSWORD));
        assertThat(location(refused)).endsWith("/login?again");
        assertThat(browser.cookie(STAY)).isEmpty();
    }

    @Test
    @DisplayName("P21 logging out needs a token against forgery and ends session and stay")
    void logout() {
        Browser browser = new Browser(port);
        browser.signIn("ana@example.org", PASSWORD);
        assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(403);
        HttpResponse<String> page = browser.open("/profile");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(browser.post("/logout", Map.of("_csrf", Browser.csrf(page))).statusCode())
                .isEqualTo(302);
        assertThat(browser.cookie(STAY)).isEmpty();
        assertThat(browser.open("/profile").statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("P22 signing in changes the session id, and no script and no other site gets at the cookies")
    void cookies() {
        Browser browser = new Browser(port);
        browser.open("/login");
        String before = browser.cookie(OwnCookies.SESSION).orElseThrow();
        HttpResponse<String> welcome = browser.signIn("ana@example.org", PASSWORD);
        assertThat(browser.cookie(OwnCookies.SESSION).orElseThrow()).isNotEqualTo(before);
        List<String> set = welcome.headers().allValues("Set-Cookie");
        assertThat(set)
                .hasSize(3)
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    @DisplayName("P18 a browser that lost its session, as when the server is started again, is still signed in")
    void remembered() {
        Browser browser = new Browser(port);
        browser.signIn("ana@example.org", PASSWORD);
        String pass = browser.cookie(STAY).orElseThrow();
        browser.forget(OwnCookies.SESSION);
        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
        assertThat(browser.cookie(STAY).orElseThrow()).isNotEqualTo(pass);
        browser.forget(OwnCookies.SESSION);
        browser.forget(STAY);
        assertThat(browser.open("/profile").statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("P16 a changed password ends the sessions that were opened under the old one, and their stays")
    void changedPassword() {
        Browser before = new Browser(port);
        before.signIn("ana@example.org", PASSWORD);
        Actor ana = users.find(signedIn()).orElseThrow().atBrowser();
        assertThat(users.changePassword(ana, PASSWORD, "another one, longer")).isInstanceOf(Answer.Done.class);
        try {
            assertThat(before.open("/profile").statusCode()).isEqualTo(302);
            Browser after = new Browser(port);
            after.signIn("ana@example.org", "another one, longer");
            assertThat(after.open("/profile").statusCode()).isEqualTo(200);
        } finally {
            users.changePassword(ana, "another one, longer", PASSWORD);
        }
    }

    @Test
    @DisplayName(
            "P40 what a page sends of itself after its session is over sends it to the login and begins no session")
    void endedPage() {
        Browser before = new Browser(port);
        before.signIn("ana@example.org", PASSWORD);
        users.signOutEverywhere(users.find(signedIn()).orElseThrow().atBrowser(), AccessTokens.Fate.KEPT);
        HttpResponse<String> answer = before.open("/?v-r=uidl&v-uiId=0");
        assertThat(answer.body()).contains("appError").contains("/login");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        HttpResponse<String> heartbeat = before.open("/?v-r=heartbeat&v-uiId=0");
        assertThat(heartbeat.statusCode()).isEqualTo(204);
        assertThat(heartbeat.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(before.open("/profile").statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("P40 a session that is over is the same one until somebody signs in, whatever its page sends and when")
    void lastRequests() {
        Browser before = new Browser(port);
        before.signIn("ana@example.org", PASSWORD);
        String session = before.cookie(OwnCookies.SESSION).orElseThrow();
        users.signOutEverywhere(users.find(signedIn()).orElseThrow().atBrowser(), AccessTokens.Fate.KEPT);
        before.open("/?v-r=uidl&v-uiId=0");
        before.open("/login");
        before.open("/VAADIN/push?v-r=push&v-uiId=0&v-pushId=none");
        before.open("/?v-r=init&location=login&query=&v-wn=v-0.1");
        before.open("/?v-r=heartbeat&v-uiId=0");
        assertThat(before.open("/profile").statusCode()).isEqualTo(302);
        assertThat(before.cookie(OwnCookies.SESSION)).contains(session);
        before.signIn("ana@example.org", PASSWORD);
        assertThat(before.cookie(OwnCookies.SESSION).orElseThrow()).isNotEqualTo(session);
        assertThat(before.open("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("P23 a page brings its own policy: a fresh nonce for its scripts, no inline ones beside, no frames")
    void policyOfPages() {
        Browser browser = new Browser(port);
        HttpResponse<String> page = browser.open("/login");
        String policy = header(page, "Content-Security-Policy");
        assertThat(policy)
                .contains("frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'", "connect-src 'self'");
        String scripts = policy.replaceAll("(?s).*script-src ", "");
        assertThat(scripts).matches("'self' 'nonce-[^']+' 'unsafe-eval'");
        assertThat(page.body()).contains("nonce=\"").doesNotContainPattern("<script(?![^>]*nonce)");
        assertThat(header(browser.open("/login"), "Content-Security-Policy")).isNotEqualTo(policy);
    }

    @Test
    @DisplayName("P23 every answer carries the protective headers")
    void headers() {
        for (String path : List.of("/login", "/api/v1/me", "/assets/logo.svg", "/actuator/health")) {
            HttpResponse<String> answer = new Browser(port).open(path);
            assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(header(answer, "X-Frame-Options")).as(path).isEqualTo("DENY");
            assertThat(header(answer, "Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(header(answer, "Permissions-Policy")).as(path).contains("camera=()");
            assertThat(header(answer, "Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
        }
        assertThat(header(new Browser(port).open("/login"), "Cross-Origin-Opener-Policy"))
                .isEqualTo("same-origin");
    }

    @Test
    @DisplayName("P24 the API knows no cookies: the session of a browser is nobody there")
    void noCookiesOnTheApi() {
        Browser browser = new Browser(port);
        browser.signIn("ana@example.org", PASSWORD);
        HttpResponse<String> refused = browser.open("/api/v1/anything");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
        assertThat(header(refused, "WWW-Authenticate")).startsWith("Bearer");
        assertThat(refused.body()).contains("\"code\":\"unauthorized\"", "\"status\":401");
        assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    @DisplayName("P24 the token of the settings lets a program in")
    void tokenOfTheSettings() {
        HttpResponse<String> answer = new Browser(port).open("/api/v1/anything", "Authorization", "Bearer " + TOKEN);
        assertThat(answer.statusCode()).isNotIn(401, 403);
    }

    @Test
    @DisplayName("P25 health is open; metrics need a token of an owner that may manage the team")
    void actuator() {
        Browser browser = new Browser(port);
        assertThat(browser.open("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(browser.open("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(browser.open("/actuator/env", "Authorization", "Bearer " + TOKEN)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.open("/actuator/prometheus", "Authorization", "Bearer " + TOKEN)
                        .statusCode())
                .isNotIn(401, 403);
    }

    private UserId signedIn() {
        return signIn.attempt("ana@example.org", PASSWORD, "192.0.2.1") instanceof SignIn.Result.Welcome welcome
                ? welcome.user().id()
                : fail("Ana can't sign in");
    }

    private static String location(HttpResponse<String> answer) {
        return header(answer, "Location");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
