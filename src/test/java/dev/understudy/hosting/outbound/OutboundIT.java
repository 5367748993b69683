package dev.understudy.hosting.outbound;

import static dev.understudy.hosting.outbound.Upstream.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.MemoryBudget;
import dev.understudy.mock.wire.WireHeader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundIT {

    private static final OutboundLimits SHORT = new OutboundLimits(1_000, 300, 700, 4, 2, 3, 1_000_000);
    private static final MemoryBudget MEMORY = MemoryBudget.of(Long.MAX_VALUE, "full");
    private static final String NOT_ALLOWED =
            " is not allowed: mocks of this server reach the public internet, and what"
                    + " its operator allows with UNDERSTUDY_OUTBOUND_ALLOWED_RANGES";
    private static final OutboundGuard STRICT = new OutboundGuard("");
    private static final OutboundGuard LOOPBACK = new OutboundGuard("127.0.0.1");

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @ParameterizedTest(name = "L40 http://{0} does not get through to this machine")
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:0:0:1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "2130706433",
                "0x7f000001",
                "0177.0.0.1",
                "0x7f.1",
                "127.1",
                "0",
                "127.0.0.1.",
                "example.org@127.0.0.1",
                "example.org:80@localhost"
            })
    void literalsAndTricks(String host) throws Exception {
        Upstream upstream = upstream(ok("secret"));
        OutboundResult result = ask(line(STRICT, new SystemNames()), "http://" + host + ":" + upstream.port() + "/");
        assertThat(result).isInstanceOf(OutboundResult.Failed.class);
        assertThat(upstream.requests()).isEmpty();
    }

    @Test
    @DisplayName(
            "L40 P48 a public name that leads to a private address does not get through, and the sentence says why,"
                    + " to clients without the address")
    void privateName() throws Exception {
        Upstream upstream = upstream(ok("secret"));
        ListenerHttpClient line = line(STRICT, _ -> addresses("127.0.0.1", "10.0.0.1", "169.254.169.254"));
        assertThat(ask(line, "http://innocent.example:" + upstream.port() + "/"))
                .isEqualTo(new OutboundResult.Failed(
                        "connect to 127.0.0.1:" + upstream.port() + NOT_ALLOWED, "connect" + NOT_ALLOWED));
        assertThat(upstream.requests()).isEmpty();
    }

    @Test
    @DisplayName("L40 of several addresses only those are tried that are allowed")
    void mixedAddresses() throws Exception {
        Upstream upstream = upstream(ok("open"));
        ListenerHttpClient line = line(LOOPBACK, _ -> addresses("127.0.0.2", "10.0.0.1", "127.0.0.1"));
        assertThat(bodyOf(ask(line, "http://some.example:" + upstream.port() + "/")))
                .isEqualTo("open");
    }

    @Test
    @DisplayName("L40 the address that was judged is the one that is connected to: a name is looked up once")
    void rebinding() throws Exception {
        Upstream upstream = upstream(ok("judged"));
        AtomicInteger lookUps = new AtomicInteger();
        ListenerHttpClient line =
                line(LOOPBACK, _ -> addresses(lookUps.incrementAndGet() == 1 ? "127.0.0.1" : "169.254.169.254"));
        String url = "http://rebinding.example:" + upstream.port() + "/";
        assertThat(bodyOf(ask(line, url))).isEqualTo("judged");
        assertThat(lookUps).hasValue(1);
        assertThat(ask(line, url)).isInstanceOf(OutboundResult.Failed.class);
        assertThat(upstream.requests()).hasSize(1);
    }

    @ParameterizedTest(name = "L43 a redirect to {0} is judged like any other address")
    @ValueSource(strings = {"http://127.0.0.2:9/", "//127.0.0.2:9/", "http://[::1]:9/", "http://rebinding.example:9/"})
    void redirectsInside(String location) throws Exception {
        Upstream upstream = upstream("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
        ListenerHttpClient line = line(
                LOOPBACK,
                name -> name.equals("rebinding.example") ? addresses("10.0.0.1") : InetAddress.getAllByName(name));
        assertThat(ask(line, upstream.url("/"))).asString().contains("is not allowed");
    }

    @Test
    @DisplayName("L43 callbacks follow redirects, as GET where browsers do, and credentials stay behind")
    void redirects() throws Exception {
        Upstream last = upstream(ok("arrived"));
        Upstream first = upstream("HTTP/1.1 302 Found\r\nLocation: " + last.url("/new?x=1") + "\r\n\r\n");
        OutboundRequest request = new OutboundRequest(
                "POST",
                first.url("/old"),
                List.of(
                        new WireHeader("Authorization", "Bearer x"),
                        new WireHeader("X-Own", "1"),
                        new WireHeader("Content-Type", "a")),
                "body".getBytes(StandardCharsets.UTF_8));
        assertThat(bodyOf(ask(line(LOOPBACK), request, RequestPolicy.CALLBACK))).isEqualTo("arrived");
        assertThat(first.requests().getFirst())
                .contains("Authorization: Bearer x")
                .endsWith("\r\n\r\nbody");
        assertThat(last.requests().getFirst())
                .isEqualTo("GET /new?x=1 HTTP/1.1\r\nhost: 127.0.0.1:" + last.port() + "\r\nX-Own: 1\r\n\r\n");
    }

    @Test
    @DisplayName("L43 307 and 308 keep method and body")
    void keepingRedirects() throws Exception {
        Upstream upstream = new Upstream(request -> request.startsWith("PUT /a")
                ? "HTTP/1.1 307 T\r\nLocation: b\r\nContent-Length: 0\r\n\r\n"
                : ok("done"));
        opened.add(upstream);
        OutboundRequest request = new OutboundRequest("PUT", upstream.url("/a"), List.of(), new byte[] {'x'});
        assertThat(bodyOf(ask(line(LOOPBACK), request, RequestPolicy.CALLBACK))).isEqualTo("done");
        assertThat(upstream.requests().get(1)).startsWith("PUT /b HTTP/1.1\r\n").endsWith("\r\n\r\nx");
    }

    @Test
    @DisplayName("L43 twenty redirects are followed, and a proxy follows none")
    void endlessRedirects() throws Exception {
        Upstream upstream = upstream("HTTP/1.1 301 M\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");
        assertThat(ask(line(LOOPBACK), upstream.url("/")))
                .isEqualTo(new OutboundResult.Failed("redirect count exceeded"));
        assertThat(upstream.requests()).hasSize(21);
        OutboundRequest request = new OutboundRequest("GET", upstream.url("/"), List.of(), new byte[0]);
        OutboundResult proxied = ask(line(LOOPBACK), request, RequestPolicy.PROXY);
        assertThat(((OutboundResult.Answered) proxied).answer().status()).isEqualTo(301);
        assertThat(upstream.requests()).hasSize(22);
    }

    @Test
    @DisplayName("L44 an answer passes as it came: headers in order and spelling, body compressed or in chunks")
    void answersAsTheyCame() throws Exception {
        Upstream upstream = upstream("""
                HTTP/1.1 218 Odd\r
                X-b: 1\r
                x-A: 2\r
                X-b: 3\r
                Content-Encoding: gzip\r
                Transfer-Encoding: chunked\r
                \r
                3\r
                abc\r
                2\r
                de\r
                0\r
                \r
                """);
        OutboundAnswer answer = ((OutboundResult.Answered) ask(line(LOOPBACK), upstream.url("/"))).answer();
        assertThat(answer.status()).isEqualTo(218);
        assertThat(answer.headers())
                .containsExactly(
                        new WireHeader("X-b", "1"),
                        new WireHeader("x-A", "2"),
                        new WireHeader("X-b", "3"),
                        new WireHeader("Content-Encoding", "gzip"),
                        new WireHeader("Transfer-Encoding", "chunked"));
        assertThat(answer.body()).asString().isEqualTo("abcde");
    }

    @Test
    @DisplayName("L45 an answer that is too large, too slow or never ends is a failure")
    void limits() throws Exception {
        Upstream large = upstream("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(2_000_000));
        assertThat(ask(line(LOOPBACK), large.url("/")))
                .isEqualTo(new OutboundResult.Failed("the answer is larger than 1048576 bytes"));
        Upstream silent = upstream("HTTP/1.1 200 OK\r\n<hold>");
        assertThat(ask(line(LOOPBACK), silent.url("/"))).isEqualTo(new OutboundResult.Failed("no answer came in time"));
        Upstream rude = upstream("");
        assertThat(ask(line(LOOPBACK), rude.url("/"))).isEqualTo(new OutboundResult.Failed("socket hang up"));
        try (Socket deaf = new Socket()) { // has its port, so that nobody else does, and does not listen
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String place = "127.0.0.1:" + deaf.getLocalPort();
            assertThat(ask(line(LOOPBACK), "http://" + place + "/"))
                    .isEqualTo(new OutboundResult.Failed("connect ECONNREFUSED " + place));
        }
        assertThat(ask(
                        line(LOOPBACK, name -> {
                            throw new UnknownHostException(name);
                        }),
                        "http://no.example/"))
                .isEqualTo(new OutboundResult.Failed("getaddrinfo ENOTFOUND no.example"));
    }

    @Test
    @DisplayName("L45 a server that drips bytes for ever is given up")
    void drip() throws Exception {
        OutboundLimits patient = new OutboundLimits(1_000, 10_000, 300, 4, 2, 3, 1_000_000);
        Upstream silent = upstream("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx<hold>");
        Outbound outbound = new Outbound(LOOPBACK, InetAddress::getAllByName, patient);
        opened.add(outbound);
        assertThat(ask(outbound.line(MEMORY), silent.url("/")))
                .isEqualTo(new OutboundResult.Failed("no answer came in time"));
    }

    @Test
    @DisplayName("L45 a mock that asks too much waits, then is refused; another one is not")
    void manyAtOnce() throws Exception {
        Upstream silent = upstream("<hold>");
        Outbound outbound = new Outbound(LOOPBACK, InetAddress::getAllByName, SHORT);
        opened.add(outbound);
        ListenerHttpClient greedy = outbound.line(MEMORY);
        List<CompletableFuture<OutboundResult>> results = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            results.add(asked(greedy, silent.url("/"), 0));
        }
        assertThat(results.get(3).get(10, TimeUnit.SECONDS))
                .isEqualTo(new OutboundResult.Failed("this mock waits for 3 other servers already"));
        assertThat(bodyOf(ask(outbound.line(MEMORY), upstream(ok("calm")).url("/"))))
                .isEqualTo("calm");
        assertThat(silent.requests()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    @DisplayName("L45 what waits when the mock stops is not sent any more")
    void stopped() throws Exception {
        Upstream upstream = upstream(ok(""));
        ListenerHttpClient line = line(LOOPBACK);
        CompletableFuture<OutboundResult> late = asked(line, upstream.url("/"), 60_000);
        line.close();
        assertThat(late.get(10, TimeUnit.SECONDS)).isEqualTo(new OutboundResult.Failed("the mock was stopped"));
        assertThat(upstream.requests()).isEmpty();
    }

    @Test
    @DisplayName(
            "L46 a mock reaches itself whatever the operator allows, but not from there to elsewhere on the machine")
    void itself() throws Exception {
        Upstream other = upstream(ok("secret"));
        Upstream self = new Upstream(request -> request.startsWith("GET /away")
                ? "HTTP/1.1 302 F\r\nLocation: " + other.url("/") + "\r\n\r\n"
                : request.startsWith("GET /on") ? "HTTP/1.1 302 F\r\nLocation: /there\r\n\r\n" : ok("myself"));
        opened.add(self);
        ListenerHttpClient line = line(STRICT);
        assertThat(bodyOf(askSelf(line, self, "/on"))).isEqualTo("myself");
        assertThat(self.requests().getFirst()).startsWith("GET /on HTTP/1.1\r\nhost: 127.0.0.1:" + self.port());
        assertThat(askSelf(line, self, "/away")).asString().contains("is not allowed");
        assertThat(other.requests()).isEmpty();
    }

    private Upstream upstream(String answer) throws IOException {
        Upstream upstream = Upstream.saying(answer);
        opened.add(upstream);
        return upstream;
    }

    private ListenerHttpClient line(OutboundGuard guard) {
        return line(guard, InetAddress::getAllByName);
    }

    private ListenerHttpClient line(OutboundGuard guard, NameResolver names) {
        Outbound outbound = new Outbound(guard, names, SHORT);
        opened.add(outbound);
        return outbound.line(MEMORY);
    }

    private static OutboundResult ask(ListenerHttpClient line, String url) throws Exception {
        return asked(line, url, 0).get(10, TimeUnit.SECONDS);
    }

    private static CompletableFuture<OutboundResult> asked(ListenerHttpClient line, String url, int delayMillis) {
        CompletableFuture<OutboundResult> result = new CompletableFuture<>();
        line.ask(
                new OutboundRequest("GET", url, List.of(), new byte[0]),
                RequestPolicy.CALLBACK,
                delayMillis,
                result::complete);
        return result;
    }

    private static OutboundResult ask(ListenerHttpClient line, OutboundRequest request, RequestPolicy manner)
            throws Exception {
        CompletableFuture<OutboundResult> result = new CompletableFuture<>();
        line.ask(request, manner, 0, result::complete);
        return result.get(10, TimeUnit.SECONDS);
    }

    private static OutboundResult askSelf(ListenerHttpClient line, Upstream self, String path) throws Exception {
        CompletableFuture<OutboundResult> result = new CompletableFuture<>();
        line.askSelf(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), self.port()),
                false,
                new OutboundRequest("GET", path, List.of(), new byte[0]),
                RequestPolicy.CALLBACK,
                0,
                result::complete);
        return result.get(10, TimeUnit.SECONDS);
    }

    private static String bodyOf(OutboundResult result) {
        assertThat(result).isInstanceOf(OutboundResult.Answered.class);
        return new String(((OutboundResult.Answered) result).answer().body(), StandardCharsets.UTF_8);
    }

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[literals.length];
        for (int at = 0; at < literals.length; at++) {
            addresses[at] = InetAddress.getAllByName(literals[at])[0];
        }
        return addresses;
    }
}
