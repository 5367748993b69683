package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.server.TestDatabase;
import dev.understudy.wall.OwnCookies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// What the application's cookies are called, and which of those that come with a request it believes.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "vaadin.production-mode=true",
            "understudy.proxies=127.0.0.1",
            "understudy.owner.email=ana@example.org",
            "understudy.owner.password=" + CookiesIT.PASSWORD,
        })
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
class CookiesIT {

    static final String PASSWORD = "correct horse battery";

    private static final String HTTPS = "X-Forwarded-Proto: https\r\n";
    private static final String SESSION = OwnCookies.SESSION;
    private static final String STAY = OwnCookies.STAY;
    private static final String KNOWN = OwnCookies.KNOWN;
    private static final String JUNK_PASS = "01890a5d-ac96-774b-bcce-b302099a8057." + "a".repeat(43);
    private static final Pattern SET = Pattern.compile("(?im)^Set-Cookie: ([^=]+)=([^;\\r]*)([^\\r]*)");
    private static final Pattern CSRF = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("P26 all cookies have names of the application's own")
    void names() throws Exception {
        Map<String, String> jar = signIn("");
        assertThat(jar.keySet()).containsExactly(KNOWN, SESSION, STAY);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("P26 over HTTPS no cookie is set that another host or port without HTTPS could have set")
    @ValueSource(strings = {"/login", "/profile"})
    void overHttps(String path) throws Exception {
        assertThat(SET.matcher(get(path, HTTPS)).results().toList())
                .isNotEmpty()
                .allSatisfy(set -> {
                    assertThat(set.group(1)).startsWith("__Host-understudy-");
                    assertThat(set.group(3)).contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax");
                    assertThat(set.group(3)).doesNotContainIgnoringCase("domain");
                });
    }

    @Test
    @DisplayName("P26 over HTTPS only these are believed")
    void believedOverHttps() throws Exception {
        Map<String, String> jar = signIn(HTTPS);
        assertThat(jar.keySet()).containsExactly("__Host-" + KNOWN, "__Host-" + SESSION, "__Host-" + STAY);
        String session = jar.get("__Host-" + SESSION);
        String stay = jar.get("__Host-" + STAY);
        assertThat(status(get("/profile", HTTPS + "Cookie: " + SESSION + "=" + session + "\r\n")))
                .isEqualTo(302);
        assertThat(status(get("/profile", HTTPS + "Cookie: " + STAY + "=" + stay + "\r\n")))
                .isEqualTo(302);
        assertThat(status(get("/profile", HTTPS + "Cookie: JSESSIONID=" + session + "\r\n")))
                .isEqualTo(302);
        assertThat(status(get("/profile", HTTPS + "Cookie: __Host-" + SESSION + "=" + session + "\r\n")))
                .isEqualTo(200);
        assertThat(status(get("/profile", HTTPS + "Cookie: __Host-" + STAY + "=" + stay + "\r\n")))
                .isEqualTo(200);
    }

    @Test
    @DisplayName("P27 a cookie that others put before the right one signs nobody out")
    void planted() throws Exception {
        Map<String, String> jar = signIn("");
        String stranger = set(get("/login", "")).get(SESSION);
        String session = jar.get(SESSION);
        for (String before : List.of("junk", "", "\"", stranger, "A".repeat(32))) {
            String cookies = SESSION + "=" + before + "; " + SESSION + "=" + session;
            assertThat(status(get("/profile", "Cookie: " + cookies + "\r\n")))
                    .as(before)
                    .isEqualTo(200);
        }
        String cookies = STAY + "=junk; " + STAY + "=" + JUNK_PASS + "; " + STAY + "=" + jar.get(STAY) + "; " + SESSION
                + "=" + stranger;
        assertThat(status(get("/profile", "Cookie: " + cookies + "\r\n"))).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "P27 a page whose session the server lost is told that, and not that it has no cookies: it loads itself anew")
    void lostSession() throws Exception {
        String answer = get("/?v-r=uidl&v-uiId=0", "Cookie: " + SESSION + "=" + "A".repeat(32) + "\r\n");
        assertThat(answer).contains("sessionExpired").doesNotContainIgnoringCase("cookies disabled");
    }

    @Test
    @DisplayName("P22 a session that somebody else may know is another one after the browser came back by its pass")
    void fixation() throws Exception {
        Map<String, String> jar = signIn("");
        String stranger = set(get("/login", "")).get(SESSION);
        String answer =
                get("/profile", "Cookie: " + SESSION + "=" + stranger + "; " + STAY + "=" + jar.get(STAY) + "\r\n");
        assertThat(status(answer)).isEqualTo(200);
        assertThat(set(answer).get(SESSION)).isNotNull().isNotEqualTo(stranger);
        assertThat(status(get("/profile", "Cookie: " + SESSION + "=" + stranger + "\r\n")))
                .isEqualTo(302);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("P27 a session in an address is none")
    @ValueSource(strings = {"jsessionid", "understudy-session"})
    void sessionInTheAddress(String name) throws Exception {
        String session = signIn("").get(SESSION);
        assertThat(status(get("/profile;" + name + "=" + session, ""))).isNotEqualTo(200);
    }

    @Test
    @DisplayName("P28 as many and as large cookies as a browser keeps for a host hide nobody's session")
    void tossed() throws Exception {
        Map<String, String> jar = signIn("");
        String own = SESSION + "=" + jar.get(SESSION);
        StringBuilder tossed = new StringBuilder();
        for (int at = 0; at < 180; at++) {
            tossed.append("t").append(at).append('=').append("x".repeat(4_090)).append("; ");
        }
        assertThat(status(get("/profile", "Cookie: " + tossed + own + "\r\n"))).isEqualTo(200);
        assertThat(status(get("/profile", "Cookie: " + own + "; " + tossed + "a=b\r\n")))
                .isEqualTo(200);
        assertThat(status(get("/actuator/health", "Cookie: " + tossed + "a=b\r\n")))
                .isEqualTo(200);
        assertThat(signIn("Cookie: " + tossed + "a=b\r\n").keySet()).containsExactly(KNOWN, SESSION, STAY);
        String many = "a=b; ".repeat(1_500);
        assertThat(status(get("/profile", "Cookie: " + many + own + "\r\n"))).isEqualTo(200);
    }

    @Test
    @DisplayName("P28 a head that is too large without cookies is refused as ever")
    void tooLarge() throws Exception {
        assertThat(status(get("/login", "X: " + "x".repeat(12_000) + "\r\n"))).isEqualTo(200);
        assertThat(status(get("/login", "X: " + "x".repeat(20_000) + "\r\n"))).isEqualTo(400);
    }

    @Test
    @DisplayName("P28 a head may come in any pieces, and another request after it")
    void pieces() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.setTcpNoDelay(true);
            String request = "GET /actuator/health HTTP/1.1\r\nHost: localhost\r\n\r\n";
            for (int at = 0; at < request.length(); at++) {
                socket.getOutputStream().write(request.charAt(at));
            }
            while (socket.getInputStream().read() != '}') {
                // to the end of the first answer, as a browser would
            }
            socket.getOutputStream()
                    .write(request.replace("Host", "Connection: close\r\nHost").getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("HTTP/1.1 200");
        }
    }

    private Map<String, String> signIn(String headers) throws Exception {
        String page = get("/login", headers);
        Map<String, String> jar = set(page);
        var csrf = CSRF.matcher(page);
        assertThat(csrf.find()).as(page).isTrue();
        String form = "username=ana%40example.org&password=" + encode(PASSWORD) + "&_csrf=" + encode(csrf.group(1));
        String cookies = jar.entrySet().iterator().next().toString();
        String answer = ask("POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "Cookie: "
                + cookies + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                + "\r\n\r\n" + form);
        assertThat(status(answer)).isEqualTo(302);
        jar.putAll(set(answer));
        return jar;
    }

    private String get(String path, String headers) throws IOException {
        return ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html,*/*\r\nConnection: close\r\n"
                + headers + "\r\n");
    }

    private String ask(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    /// What an answer sets, the last of each name.
    private static Map<String, String> set(String answer) {
        Map<String, String> jar = new TreeMap<>();
        SET.matcher(answer).results().forEach(set -> jar.put(set.group(1), set.group(2)));
        return jar;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
