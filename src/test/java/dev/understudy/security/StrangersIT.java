package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.server.TestDatabase;
import dev.understudy.server.heavy.RequestMemory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// What somebody can do who has not signed in, and what not.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"understudy.owner.email=ana@example.org", "understudy.owner.password=" + StrangersIT.PASSWORD})
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
class StrangersIT {

    static final String PASSWORD = "correct horse battery";

    /// What a page is told whose message was not taken.
    private static final String RELOAD = "This page has to be reloaded";

    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");

    private static final String MESSAGE = "/?v-r=uidl&v-uiId=0";

    @Autowired
    private RequestMemory memory;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("P49 a message of a stranger has 64 KiB at most; one of who is signed in may be larger")
    void size() {
        Browser stranger = new Browser(port);
        stranger.open("/login");
        String key = key(init(stranger));
        assertThat(stranger.send(MESSAGE, message(key, 65_000)).body()).doesNotContain(RELOAD);
        assertThat(stranger.send(MESSAGE, message(key, 70_000)).statusCode()).isEqualTo(413);
        Browser ana = new Browser(port);
        ana.signIn("ana@example.org", PASSWORD);
        String hers = key(init(ana));
        HttpResponse<String> answer = ana.send(MESSAGE, message(hers, 70_000));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(RELOAD);
    }

    @Test
    @DisplayName("P49 what does not say how long it is, is cut at the same size")
    void chunked() throws IOException {
        Browser stranger = new Browser(port);
        stranger.open("/login");
        String key = key(init(stranger));
        String cookie = stranger.cookie("understudy-session").orElseThrow();
        String head = "POST " + MESSAGE + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\nCookie: understudy-session=" + cookie + "\r\n\r\n";
        String fits = message(key, 60_000);
        String tooLarge = message(key, 80_000);
        assertThat(RawClient.send(port, head + chunk(fits)))
                .startsWith("HTTP/1.1 200")
                .doesNotContain(RELOAD);
        assertThat(RawClient.send(port, head + chunk(tooLarge))).contains(RELOAD);
    }

    @Test
    @DisplayName("P49 what strangers have not sent to its end is counted, and given back")
    void counted() throws IOException {
        Browser stranger = new Browser(port);
        stranger.open("/login");
        init(stranger);
        String cookie = stranger.cookie("understudy-session").orElseThrow();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String half = "POST " + MESSAGE + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n"
                    + "Cookie: understudy-session=" + cookie + "\r\n\r\n" + "x".repeat(50_000);
            socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            await().untilAsserted(() -> assertThat(memory.strangers().total()).isEqualTo(60_000L));
            assertThat(memory.people().total()).isZero();
        }
        await().untilAsserted(() -> assertThat(memory.strangers().total()).isZero());
    }

    @Test
    @DisplayName("P50 a stranger's session has 5 pages at most, and the oldest goes for a new one")
    void pagesOfStranger() {
        Browser stranger = new Browser(port);
        stranger.open("/login");
        for (int count = 0; count < 7; count++) {
            assertThat(init(stranger).statusCode()).isEqualTo(200);
        }
        assertThat(isOpen(stranger, 0)).isFalse();
        assertThat(isOpen(stranger, 1)).isFalse();
        assertThat(isOpen(stranger, 2)).isTrue();
        assertThat(isOpen(stranger, 6)).isTrue();
    }

    @Test
    @DisplayName("P50 somebody's session has 50 pages at most, and the one goes that was not heard of for longest")
    void pagesOfPerson() {
        Browser ana = new Browser(port);
        ana.signIn("ana@example.org", PASSWORD);
        for (int count = 0; count < 50; count++) {
            assertThat(init(ana).statusCode()).isEqualTo(200);
        }
        assertThat(isOpen(ana, 0)).isTrue();
        init(ana);
        assertThat(isOpen(ana, 0)).isTrue();
        assertThat(isOpen(ana, 1)).isFalse();
        assertThat(isOpen(ana, 50)).isTrue();
    }

    private static String chunk(String body) {
        return Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
    }

    private static String message(String key, int length) {
        return "{\"csrfToken\":\"%s\",\"rpc\":[],\"syncId\":-1,\"clientId\":-1,\"x\":\"%s\"}"
                .formatted(key, "x".repeat(length));
    }

    private static String key(HttpResponse<String> page) {
        Matcher key = KEY.matcher(page.body());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private static HttpResponse<String> init(Browser browser) {
        return browser.open("/?v-r=init&location=login&query=");
    }

    private static boolean isOpen(Browser browser, int page) {
        return browser.send("/?v-r=heartbeat&v-uiId=" + page, "").statusCode() == 200;
    }
}
