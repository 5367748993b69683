package dev.understudy.hosting.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.hosting.admin.AdminToken;
import dev.understudy.hosting.runtime.HostingResources;
import dev.understudy.hosting.runtime.MockHost;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.runtime.TestWorlds;
import dev.understudy.mock.MockFixture;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminIT {

    private static final String TOKEN = "Authorization: Bearer sesame\r\n";

    private final HostingResources resources = TestWorlds.resources();
    private final WireServer server = new WireServer(Clock.systemUTC(), WireLimits.DEFAULT);
    private MockRuntime hosted;
    private WireServer.Binding binding;
    private int port;

    @BeforeEach
    void listen() throws Exception {
        hosted = TestWorlds.hosted(
                new MockFixture()
                        .route("get", "users/:id", "{{setGlobalVar 'seen' (urlParam 'id')}}user")
                        .route("get", "env", "{{getEnvVar 'LENT'}} {{getEnvVar 'ACME_NEW'}}{{getEnvVar 'SECRET'}}")
                        .route("get", "mockoon-adminx", "the mock's own")
                        .bucket("abcd", "People", "[{\"id\":1945044589271781376}]")
                        .compile(),
                resources);
        binding = server.bind(InetAddress.getLoopbackAddress(), 0, hosted, Optional.empty());
        port = binding.port();
        hosted.admit(Optional.of(AdminToken.ofSecret("sesame")));
    }

    @AfterEach
    void close() {
        binding.close();
        hosted.close();
        server.close();
        resources.close();
    }

    @ParameterizedTest(name = "L80 {0} with \"{1}\" gets nothing")
    @CsvSource({
        "GET /mockoon-admin, ''",
        "GET /MOCKOON-ADMIN/logs, ''",
        "GET /mockoon-adminx, ''",
        "GET /mockoon-admin/logs, Authorization: Bearer wrong",
        "GET /mockoon-admin/logs, Authorization: sesame",
        "GET /mockoon-admin/logs?token=sesame, ''",
        "GET /mockoon-admin/events?token=wrong, ''",
        "PUT /mockoon-admin/environment, ''",
        "PURGE /mockoon-admin/state, ''",
    })
    void withoutToken(String start, String header) throws Exception {
        String answer =
                Wire.ask(port, start + " HTTP/1.1\r\nHost: x\r\n" + (header.isEmpty() ? "" : header + "\r\n") + "\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json; charset=utf-8\r\n")
                .endsWith("{\"message\":\"Unauthorized\"}");
    }

    @Test
    @DisplayName("L80 before it has a token nobody is let in, and without the API its paths are the mock's")
    void noToken() throws Exception {
        MockRuntime shut = TestWorlds.hosted(new MockFixture().compile(), resources);
        try (WireServer.Binding bound = server.bind(InetAddress.getLoopbackAddress(), 0, shut, Optional.empty())) {
            assertThat(ask(bound.port(), "GET", "/mockoon-admin", "")).startsWith("HTTP/1.1 401");
        }
        HostingResources without = new HostingResources(
                resources.heavy(), resources.outbound(), resources.memory(), false, MockHost.ANY, resources.requests());
        MockRuntime plain = TestWorlds.hosted(new MockFixture().compile(), without);
        plain.admit(Optional.of(AdminToken.ofSecret("sesame")));
        try (WireServer.Binding bound = server.bind(InetAddress.getLoopbackAddress(), 0, plain, Optional.empty())) {
            assertThat(ask(bound.port(), "GET", "/mockoon-admin", "")).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    @DisplayName("L81 it welcomes, and what it does not know is answered by the mock")
    void welcome() throws Exception {
        assertThat(ask("GET", "/mockoon-admin/")).contains("{\"response\":\"Welcome to Mockoon's admin API.");
        assertThat(ask("OPTIONS", "/mockoon-admin/")).startsWith("HTTP/1.1 403");
        assertThat(ask("GET", "/mockoon-adminx")).startsWith("HTTP/1.1 200").endsWith("the mock's own");
        assertThat(ask("GET", "/mockoon-admin/none")).startsWith("HTTP/1.1 404").contains("Cannot GET");
    }

    @ParameterizedTest(name = "L81 {0} is answered with {1}")
    @CsvSource({
        "/mockoon-admin/env-vars/%zz, 400 Bad Request",
        "/mockoon-admin/global-vars/a%, 400 Bad Request",
        "/mockoon-admin/data-buckets/%ff, 400 Bad Request",
        "/mockoon-admin/l%zzogs, 400 Bad Request",
    })
    void undecodable(String path, String status) throws Exception {
        String answer = Wire.ask(port, "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sesame\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    @Test
    @DisplayName("L81 it tells exchanges, the oldest first and without secrets, and not its own")
    void logs() throws Exception {
        Wire.ask(port, "GET /users/7?a[b]=c%20d HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer secret\r\n\r\n");
        Wire.get(port, "/none");
        String logs = Wire.bodyOf(ask("GET", "/mockoon-admin/logs"));
        assertThat(logs)
                .startsWith(
                        "[{\"request\":{\"method\":\"get\",\"urlPath\":\"/users/7\",\"route\":\"/users/:id\",\"params\":"
                                + "[{\"name\":\"id\",\"value\":\"7\"}],\"query\":\"a[b]=c d\",\"queryParams\":{\"a\":{\"b\":\"c d\"}},"
                                + "\"body\":\"\",\"headers\":[{\"key\":\"authorization\",\"value\":\"Bearer [REDACTED]\"},"
                                + "{\"key\":\"host\",\"value\":\"x\"}]},\"response\":{\"statusCode\":200,\"statusMessage\":\"OK\"")
                .contains("\"body\":\"user\"}")
                .contains("\"urlPath\":\"/none\",\"route\":null")
                .doesNotContain("secret")
                .doesNotContain("mockoon-admin");
        assertThat(Wire.bodyOf(ask("GET", "/mockoon-admin/logs?page=2&limit=1")))
                .contains("/none")
                .doesNotContain("/users");
        assertThat(Wire.bodyOf(ask("GET", "/mockoon-admin/logs?page=x"))).isEqualTo("[]");
        assertThat(Wire.bodyOf(ask("GET", "/mockoon-admin/logs?page=-3&limit=-7")))
                .isEqualTo("[]");
        assertThat(ask("PURGE", "/mockoon-admin/logs")).endsWith("{\"message\":\"Logs have been purged\"}");
        assertThat(Wire.bodyOf(ask("GET", "/mockoon-admin/logs"))).isEqualTo("[]");
    }

    @Test
    @DisplayName("L82 global variables are told, set and purged")
    void globalVariables() throws Exception {
        assertThat(ask("GET", "/mockoon-admin/global-vars/seen"))
                .startsWith("HTTP/1.1 404")
                .endsWith("{\"message\":\"Global variable not found\"}");
        Wire.get(port, "/users/7");
        assertThat(ask("GET", "/mockoon-admin/global-vars/seen")).endsWith("{\"key\":\"seen\",\"value\":\"7\"}");
        assertThat(ask("POST", "/mockoon-admin/global-vars", "{\"key\":\"k\",\"value\":{\"a\":[1,null]}}"))
                .endsWith("{\"message\":\"Global variable 'k' has been set to '[object Object]'\"}");
        assertThat(ask("GET", "/mockoon-admin/global-vars/k")).endsWith("{\"key\":\"k\",\"value\":{\"a\":[1,null]}}");
        assertThat(ask("PUT", "/mockoon-admin/global-vars", "{\"key\":\"k\"}"))
                .startsWith("HTTP/1.1 400")
                .endsWith("{\"message\":\"Invalid request\"}");
        assertThat(ask("POST", "/mockoon-admin/global-vars/purge"))
                .endsWith("{\"message\":\"Global variables have been purged\"}");
        assertThat(ask("GET", "/mockoon-admin/global-vars/k")).startsWith("HTTP/1.1 404");
    }

    @Test
    @DisplayName("L82 variables of the operator show with the prefix only, and what is set stays in this listener")
    void environmentVariables() throws Exception {
        assertThat(ask("GET", "/mockoon-admin/env-vars/lent")).startsWith("HTTP/1.1 404");
        assertThat(ask("GET", "/mockoon-admin/env-vars/LENT")).endsWith("{\"key\":\"ACME_LENT\",\"value\":\"lent\"}");
        assertThat(ask("GET", "/mockoon-admin/env-vars/SECRET")).startsWith("HTTP/1.1 404");
        assertThat(ask("PATCH", "/mockoon-admin/env-vars", "{\"key\":\"NEW\",\"value\":5}"))
                .endsWith("{\"message\":\"Environment variable 'ACME_NEW' has been set to '5'\"}");
        assertThat(ask("POST", "/mockoon-admin/env-vars", "{\"key\":5,\"value\":5}"))
                .startsWith("HTTP/1.1 400");
        assertThat(Wire.bodyOf(Wire.get(port, "/env"))).isEqualTo("lent 5");
        assertThat(System.getenv("ACME_NEW")).isNull();
    }

    @Test
    @DisplayName("L82, J60 data buckets are told, with all digits of their numbers, and made anew")
    void buckets() throws Exception {
        String brief = "\"id\":\"abcd\",\"name\":\"People\",\"parsed\":true,\"validJson\":true}";
        assertThat(ask("GET", "/mockoon-admin/data-buckets")).endsWith("[{" + brief + "]");
        assertThat(ask("GET", "/mockoon-admin/data-buckets/people"))
                .contains(
                        "\"id\":\"abcd\",\"name\":\"People\",\"value\":[{\"id\":1945044589271781376}],\"parsed\":true");
        assertThat(ask("GET", "/mockoon-admin/data-buckets/none"))
                .startsWith("HTTP/1.1 404")
                .endsWith("{\"message\":\"Data bucket not found\"}");
        assertThat(ask("POST", "/mockoon-admin/data-buckets/purge"))
                .endsWith("{\"message\":\"Data buckets have been reset to their initial state\"}");
        assertThat(ask("PURGE", "/mockoon-admin/state"))
                .endsWith("{\"response\":\"Server has been reset to its initial state\"}");
    }

    @ParameterizedTest(name = "L83 the document is not changed by {0}")
    @ValueSource(strings = {"[]", "{}", ""})
    void environment(String body) throws Exception {
        assertThat(ask("PUT", "/mockoon-admin/environment", body))
                .startsWith("HTTP/1.1 403")
                .endsWith("{\"message\":\"This mock is edited by a team. Change it in Understudy, or by its API under"
                        + " /api/v1.\"}");
        assertThat(Wire.get(port, "/users/1")).endsWith("user");
    }

    @Test
    @DisplayName("L84 events tell what was, then what happens, each once")
    void events() throws Exception {
        Wire.get(port, "/users/1");
        Wire.get(port, "/users/2");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("GET /mockoon-admin/events?maxlogs=1&token=sesame HTTP/1.1\r\nHost: x\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(until(in, "/users/2"))
                    .startsWith("""
                            HTTP/1.1 200 OK\r
                            Content-Type: text/event-stream\r
                            Cache-Control: no-cache\r
                            Connection: keep-alive\r
                            X-Accel-Buffering: no\r
                            """)
                    .contains("data: {\"event\":\"data-bucket-processed\",\"dataBuckets\":[{\"uuid\":\"")
                    .contains(
                            "data: {\"event\":\"transaction-complete\",\"transaction\":{\"request\":{\"method\":\"get\"")
                    .doesNotContain("/users/1");
            Wire.get(port, "/users/3");
            assertThat(until(in, "/users/3")).doesNotContain("data-bucket-processed");
        }
        await().ignoreExceptions().until(() -> {
            Wire.get(port, "/users/4");
            return true;
        });
    }

    private static String until(InputStream in, String end) throws Exception {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int octet = in.read();
            assertThat(octet).isNotNegative();
            text.append((char) octet);
        }
        return text.toString();
    }

    private String ask(String method, String path) throws Exception {
        return ask(port, method, path, "");
    }

    private String ask(String method, String path, String body) throws Exception {
        return ask(port, method, path, body);
    }

    private static String ask(int port, String method, String path, String body) throws Exception {
        return Wire.ask(
                port,
                method + " " + path + " HTTP/1.1\r\nHost: x\r\n" + TOKEN
                        + (body.isEmpty()
                                ? "\r\n"
                                : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                        + body));
    }
}
