package dev.understudy.hosting.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.environment.Problem;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.hosting.admin.AdminToken;
import dev.understudy.hosting.outbound.Upstream;
import dev.understudy.hosting.runtime.HostingResources;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.runtime.TestWorlds;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.MockCompiler;
import dev.understudy.mock.MockFixture;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a mock gets of the application whose host it shares, and what it can do to it: nothing.
class WallsIT {

    private static final String COOKIES =
            "Cookie: a=1; understudy-session=SECRET; __Host-understudy-stay=SECRET; b=2\r\n";

    private final WireServer server = new WireServer(Clock.systemUTC(), WireLimits.DEFAULT);
    private final List<AutoCloseable> opened = new ArrayList<>(List.of(server));
    private MockRuntime hosted;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    @DisplayName("L100 templates do not see the application's cookies, and see all others")
    void templates() throws Exception {
        int port = listen(new MockFixture()
                .route("get", "all", "{{{header 'Cookie'}}}")
                .route("get", "one", "{{cookie 'understudy-session' 'none'}} {{cookie 'a'}} {{cookie 'b'}}")
                .compile());
        assertThat(get(port, "/all")).endsWith("a=1; b=2");
        assertThat(get(port, "/one")).endsWith("none 1 2");
    }

    @Test
    @DisplayName("L100 rules do not see them")
    void rules() throws Exception {
        int port = listen(new MockFixture()
                .route("get", "rule", "nobody")
                .response(200, "known")
                .rule("cookie", "understudy-session", "regex", "S.*")
                .rule("header", "Cookie", "regex", "SECRET")
                .compile());
        assertThat(get(port, "/rule")).endsWith("nobody");
    }

    @Test
    @DisplayName("L100 what goes on to another server goes without them")
    void proxied() throws Exception {
        Upstream upstream = upstream(Upstream.ok("there"));
        int port = listen(proxyTo(upstream).compile());
        assertThat(get(port, "/x")).endsWith("there");
        assertThat(upstream.requests().getFirst()).contains("a=1; b=2").doesNotContain("SECRET", "understudy-");
    }

    @Test
    @DisplayName("L100 callbacks carry none of them")
    void callbacks() throws Exception {
        Upstream upstream = upstream(Upstream.ok("thanks"));
        int port = listen(new MockFixture()
                .callback("post", upstream.url("/hook"), "{{{header 'Cookie'}}}|{{cookie 'understudy-session'}}")
                .route("get", "calls", "x")
                .invoked(0)
                .compile());
        get(port, "/calls");
        await().until(() -> !upstream.requests().isEmpty());
        assertThat(upstream.requests().getFirst()).contains("a=1; b=2|").doesNotContain("SECRET");
    }

    @Test
    @DisplayName("L100 the log and the admin API's know nothing of them")
    void log() throws Exception {
        int port = listen(new MockFixture().route("get", "x", "x").compile());
        hosted.admit(Optional.of(AdminToken.ofSecret("sesame")));
        Wire.ask(port, "GET /x HTTP/1.1\r\nHost: x\r\nCookie: understudy-session=SECRET\r\n\r\n");
        get(port, "/x");
        assertThat(hosted.traffic().exchanges())
                .hasSize(2)
                .allSatisfy(exchange -> assertThat(exchange.toString()).doesNotContain("SECRET", "understudy-"));
        assertThat(hosted.traffic().exchanges().toString().toLowerCase(java.util.Locale.ROOT))
                .containsOnlyOnce("cookie");
        assertThat(Wire.ask(
                        port, "GET /mockoon-admin/logs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sesame\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("SECRET", "understudy-");
    }

    @Test
    @DisplayName("L100 a WebSocket is opened without them")
    void webSocket() throws Exception {
        int port = listen(new MockFixture()
                .route("get", "chat", "{{{header 'cookie'}}}|{{cookie 'understudy-session'}}")
                .ofRoute(Schema.ROUTE_TYPE, RouteType.WS)
                .compile());
        try (Peer peer = Peer.open(port, "/chat", "Cookie", "a=1; understudy-session=SECRET; b=2")) {
            peer.say("hello");
            assertThat(peer.hear()).isEqualTo("a=1; b=2|");
        }
    }

    @Test
    @DisplayName("L101 L102 no answer of an author's sets one of them or clears anything; other cookies are set")
    void answers() throws Exception {
        int port = listen(new MockFixture()
                .environmentHeader("Set-Cookie", "understudy-stay=; Path=/; Max-Age=0")
                .route("get", "plain", "x")
                .header("Set-Cookie", "mine=1")
                .header("set-cookie", "=understudy-session=1")
                .header("clear-site-data", "\"cookies\"")
                .route("get", "templated", "x")
                .header("Set-Cookie", "{{concat 'understudy' '-session=' (queryParam 'v')}}; Path=/login")
                .header("Set-Cookie", "{{queryParam 'v'}}=1")
                .compile());
        assertThat(get(port, "/plain"))
                .containsIgnoringCase("Set-Cookie: mine=1\r\n")
                .doesNotContainIgnoringCase("understudy-")
                .doesNotContainIgnoringCase("clear-site-data");
        assertThat(get(port, "/templated?v=7")).contains("Set-Cookie: 7=1\r\n").doesNotContain("understudy-");
        assertThat(get(port, "/nope")).startsWith("HTTP/1.1 404").doesNotContain("understudy-");
        assertThat(Wire.ask(port, "OPTIONS /nope HTTP/1.1\r\nHost: x\r\n\r\n")).doesNotContain("understudy-");
    }

    @Test
    @DisplayName("L101 L102 no other server's answer does, either")
    void proxiedAnswers() throws Exception {
        Upstream upstream = upstream("HTTP/1.1 200 OK\r\nSet-Cookie: __Host-understudy-session=1; Secure; Path=/\r\n"
                + "Set-Cookie: mine=1\r\nClear-Site-Data: \"*\"\r\nContent-Length: 1\r\n\r\nx");
        int port = listen(proxyTo(upstream)
                .proxyHeader(Slot.PROXY_RESPONSE_HEADERS, "set-cookie", "understudy-scheme=dark")
                .compile());
        assertThat(get(port, "/"))
                .containsIgnoringCase("set-cookie: mine=1\r\n")
                .doesNotContain("understudy-")
                .doesNotContainIgnoringCase("clear-site-data");
    }

    @Test
    @DisplayName("L103 a service worker is refused, whatever answers otherwise")
    void serviceWorker() throws Exception {
        int port = listen(new MockFixture().route("get", "sw.js", "x").compile());
        assertThat(Wire.ask(port, "GET /sw.js HTTP/1.1\r\nHost: x\r\nService-Worker: script\r\n\r\n"))
                .startsWith("HTTP/1.1 403 Forbidden\r\n")
                .contains("Mocks hand out no service workers");
        assertThat(get(port, "/sw.js")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest(name = "Host: {0}, Cookie: {1}")
    @DisplayName("L105 a mock with a host name of its own does not answer by the application's, nor where a browser"
            + " knows the application")
    @CsvSource({
        "mocks.example:3000, a=1, 200",
        "MOCKS.example, understudy-session=1, 200",
        "app.example:3000, a=1, 421",
        "10.0.0.5:3000, a=1, 200",
        "10.0.0.5:3000, understudy-session=1, 421",
    })
    void ownHost(String host, String cookie, int status) throws Exception {
        HostingResources resources = TestWorlds.resources("mocks.example", "app.example");
        int port = listen(new MockFixture().route("get", "x", "x").compile(), resources);
        String answer = Wire.ask(port, "GET /x HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + cookie + "\r\n\r\n");
        assertThat(Wire.statusOf(answer)).as(answer).isEqualTo(status);
    }

    @Test
    @DisplayName("L106 authors are told at the header that it is not sent")
    void problems() {
        var problems = MockCompiler.compile(new MockFixture()
                        .route("get", "x", "x")
                        .header("Set-Cookie", "understudy-stay=1")
                        .header("Clear-Site-Data", "\"cache\"")
                        .header("Set-Cookie", "stay=1")
                        .environment())
                .problems();
        assertThat(problems)
                .extracting(Problem::message)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message).contains("Choose another name"),
                        message -> assertThat(message).contains("sign people out"));
    }

    private static String get(int port, String path) throws Exception {
        return Wire.ask(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + COOKIES + "\r\n");
    }

    private static MockFixture proxyTo(Upstream upstream) {
        return new MockFixture()
                .setting(Schema.ENVIRONMENT_PROXY, true)
                .setting(Schema.ENVIRONMENT_PROXY_HOST, upstream.url(""));
    }

    private int listen(CompiledMock mock) throws Exception {
        return listen(mock, TestWorlds.resources());
    }

    private int listen(CompiledMock mock, HostingResources resources) throws Exception {
        opened.add(resources);
        hosted = TestWorlds.hosted(mock, resources);
        WireServer.Binding binding = server.bind(InetAddress.getLoopbackAddress(), 0, hosted, Optional.empty());
        opened.add(hosted);
        opened.add(binding);
        return binding.port();
    }

    private Upstream upstream(String answer) throws Exception {
        Upstream upstream = Upstream.saying(answer);
        opened.add(upstream);
        return upstream;
    }
}
