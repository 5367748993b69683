package dev.understudy.security;

import static dev.understudy.db.Tables.AUDIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.server.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.test.context.ContextConfiguration;

/// A server whose proxy is elsewhere, with a setting of the framework that was left over and would trust whoever has a
/// private address.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "understudy.proxies=203.0.113.7",
            "server.forward-headers-strategy=native",
            "server.tomcat.remoteip.remote-ip-header=X-Forwarded-For",
            "understudy.owner.email=ana@example.org",
            "understudy.owner.password=" + DoorsIT.PASSWORD
        })
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
@ExtendWith(OutputCaptureExtension.class)
class DoorsIT {

    static final String PASSWORD = "correct horse battery";

    /// Complained about by the framework itself and by us.
    private static final String MANY = """
            {"type":"publishedEventHandler","node":1,"templateEventMethodName":"a","templateEventMethodArgs":[1],"promise":1}""";

    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");

    @Autowired
    private DSLContext sql;

    @Autowired
    private ServerProperties settings;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName(
            "P29 forwarding headers of somebody who is no proxy give nobody a new address, however private theirs is")
    void forwardedByNobody() {
        String reason = "";
        for (int guess = 0; guess < 6; guess++) {
            Browser browser = new Browser(port);
            String page = Browser.csrf(browser.open("/login"));
            HttpResponse<String> refused = browser.post(
                    "/login",
                    Map.of("username", "forged@example.org", "password", "wrong " + guess, "_csrf", page),
                    "X-Forwarded-For",
                    "192.0.2." + guess);
            reason = location(refused);
        }
        assertThat(reason).contains("?wait=");
        assertThat(addresses("forged@example.org")).hasSize(5).containsOnly("127.0.0.1");
    }

    @Test
    @DisplayName("P29 nor do they make a connection secure")
    void secureByNobody() throws IOException {
        String answer = RawClient.get(port, "/login", "localhost", "X-Forwarded-Proto: https");
        assertThat(answer).doesNotContain("Strict-Transport-Security").doesNotContain("Secure");
    }

    @Test
    @DisplayName("P15 a wrong password is tried and counted once")
    void once() {
        new Browser(port).signIn("once@example.org", "wrong");
        assertThat(addresses("once@example.org")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/profile", "/", "/join/anything/account", "/.env", "/index.php?a=b", "/logout"})
    @DisplayName("P33 no redirect has the Host that a client made up")
    void foreignHost(String path) throws IOException {
        String answer = RawClient.get(port, path, "evil.example:1234", "X-Forwarded-Host: worse.example");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .doesNotContain("evil.example")
                .doesNotContain("worse");
    }

    @Test
    @DisplayName("P33 signing in leads to the page that was wanted, by its path alone")
    void wantedPage() {
        Browser browser = new Browser(port);
        assertThat(location(browser.open("/profile"))).isEqualTo("/login");
        assertThat(location(browser.signIn("ana@example.org", PASSWORD))).startsWith("/profile");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.env",
                "/wp-login.php",
                "/some/page",
                "/assets/logo.svg",
                "/robots.txt",
                "/actuator/health",
                "/api/v1/openapi.json"
            })
    @DisplayName("P31 what is no page begins no session")
    void noSession(String path) {
        HttpResponse<String> answer = new Browser(port).open(path);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    @DisplayName("P31 a session lasts ten minutes until somebody signs in")
    void sessionTime() {
        assertThat(settings.getServlet().getSession().getTimeout()).isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/?v-r=uidl&v-uiId=0|{",
                "/?v-r=uidl&v-uiId=0|[1,2",
                "/?v-r=uidl&v-uiId=0|{}",
                "/?v-r=uidl&v-uiId=0|{\"csrfToken\":1,\"rpc\":7,\"syncId\":\"x\",\"clientId\":{}}",
                "/?v-r=uidl&v-uiId=0|{\"csrfToken\":\"KEY\",\"rpc\":7,\"syncId\":0,\"clientId\":0}",
                "/?v-r=uidl&v-uiId=0|{\"csrfToken\":\"KEY\",\"rpc\":[7],\"syncId\":0,\"clientId\":0}",
                "/?v-r=uidl&v-uiId=0|{\"csrfToken\":\"KEY\",\"rpc\":[{\"type\":\"x\"}],\"syncId\":0,\"clientId\":0}",
                "/?v-r=uidl&v-uiId=0|{\"csrfToken\":\"KEY\",\"rpc\":[{\"type\":\"event\",\"node\":\"x\"}],\"syncId\":0,\"clientId\":0}",
                "/?v-r=uidl&v-uiId=0|{\"csrfToken\":\"KEY\",\"rpc\":[],\"syncId\":99,\"clientId\":77}",
                "/?v-r=uidl&v-uiId=0|{\"csrfToken\":\"KEY\"}",
                "/?v-r=uidl&v-uiId=0|{\"csrfToken\":\"KEY\",\"rpc\":[MANY{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{}}],\"syncId\":-1,\"clientId\":0}",
                "/?v-r=uidl&v-uiId=0|{\"csrfToken\":\"KEY\",\"rpc\":[MANY{\"type\":\"attachExistingElement\",\"node\":1,\"reportedId\":1}],\"syncId\":-1,\"clientId\":0}",
                "/?v-r=uidl&v-uiId=0|{\"csrfToken\":\"KEY\",\"rpc\":[MANY{\"type\":\"mSync\",\"node\":1,\"feature\":1,\"property\":\"zz\",\"value\":\"x\"}],\"syncId\":-1,\"clientId\":0}",
                "/?v-r=uidl&v-uiId=0|{\"csrfToken\":\"KEY\",\"rpc\":[MANY{\"type\":\"event\",\"node\":2,\"event\":\"click\"}],\"syncId\":-1,\"clientId\":0}",
                "/?v-r=uidl&v-uiId=x|{}",
                "/?v-r=uidl|garbage",
                "/?v-r=heartbeat&v-uiId=x|x",
                "/?v-r=heartbeat|x",
                "/?v-r=push&v-uiId=x|x",
                "/?v-r=nothing|x",
                "/?v-r=init&location=%00&query=|x",
                "/?v-r=init|x",
                "/VAADIN/dynamic/resource/0/x/y|x",
                "/VAADIN/dynamic/resource/x/x/y|x"
            })
    @DisplayName("P34 a malformed message of a page gets an answer and one line of the log, no stack trace")
    void malformedMessages(String target, String body, CapturedOutput output) {
        Browser browser = new Browser(port);
        browser.open("/login");
        Matcher key =
                KEY.matcher(browser.open("/?v-r=init&location=login&query=").body());
        assertThat(key.find()).isTrue();
        int before = output.getAll().length();
        HttpResponse<String> answer = browser.send(target, many(body).replace("KEY", key.group(1)));
        String log = output.getAll().substring(before);
        assertThat(log).doesNotContain("\tat ");
        assertThat(log.lines().filter(line -> line.contains(" WARN ") || line.contains(" ERROR ")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(answer.statusCode()).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /\u0001 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
                "GET /login HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /a//b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /login HTTP/1.1\r\nHost: a\r\nX: \u0000\r\nConnection: close\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\nzz\r\n",
                "POST /login HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\n%zz",
                "GET /login?a=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /login HTTP/1.1\r\nHost: a\r\nCookie: \u0001=;;;\"\r\nConnection: close\r\n\r\n"
            })
    @SuppressWarnings("StringConcatToTextBlock") // their line ends are what requests are made of
    @DisplayName("P34 a request that cannot be read gets an answer and one line of the log, no stack trace")
    void malformedRequests(String request, CapturedOutput output) throws IOException {
        int before = output.getAll().length();
        String answer = RawClient.send(port, request);
        String log = output.getAll().substring(before);
        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(answer).doesNotStartWith("HTTP/1.1 500");
        assertThat(log).doesNotContain("\tat ");
        assertThat(log.lines()).hasSizeLessThanOrEqualTo(2);
    }

    private static String many(String body) {
        return body.replace("MANY", (MANY + ",").repeat(50));
    }

    private List<String> addresses(String email) {
        return sql
                .select(AUDIT.DETAIL)
                .from(AUDIT)
                .where(AUDIT.ACTION.eq("sign-in-refused"))
                .fetch(row -> row.value1().toString())
                .stream()
                .filter(detail -> detail.contains(email))
                .map(detail -> detail.replaceAll(".*\"address\": ?\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
