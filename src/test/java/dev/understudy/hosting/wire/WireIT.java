package dev.understudy.hosting.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.environment.Schema;
import dev.understudy.hosting.runtime.HostingResources;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.runtime.TestWorlds;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.MockCompiler;
import dev.understudy.mock.MockFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireIT {

    private static final int BODY_LIMIT = 100_000;
    private static final WireLimits SHORT =
            new WireLimits(16 * 1024, BODY_LIMIT, 1_000, 1_500, 2_000, 1_500, 2_000, 50, 1_000);
    private static final String TAIL = "Date: NOW\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\n";
    private static final String BIG = "big ".repeat(1_000_000);

    private static final HostingResources BACKSTAGE = TestWorlds.resources();
    private static WireServer server;
    private static WireServer.Binding listener;
    private static int port;

    @BeforeAll
    static void listen() throws IOException {
        CompiledMock mock = MockCompiler.compile(new MockFixture()
                        .environmentHeader("X-SERVED-by", "Understudy")
                        .route("get", "test", "t")
                        .header("zeta", "1")
                        .header("Alpha", "2")
                        .header("MIKE", "3")
                        .route("post", "test", "posted")
                        .route("head", "head", "hello")
                        .route("all", "any", "any")
                        .route("get", "a%2Fb", "encoded")
                        .route("get", "date", "d")
                        .header("date", "Mon, 01 Jan 2001 00:00:00 GMT")
                        .route("get", "close", "c")
                        .header("connection", "close")
                        .route("get", "chunked", "hello")
                        .header("Transfer-Encoding", "chunked")
                        .route("get", "slow", "s")
                        .ofResponse(Schema.RESPONSE_LATENCY, 200)
                        .route("get", "never", "n")
                        .ofResponse(Schema.RESPONSE_LATENCY, Integer.MAX_VALUE)
                        .bareRoute("get", "empty")
                        .response(204, "x")
                        .route("get", "big", BIG)
                        .environment())
                .mock();
        server = new WireServer(Clock.systemUTC(), SHORT);
        MockRuntime hosted = TestWorlds.hosted(mock, BACKSTAGE);
        listener = server.bind(
                InetAddress.getLoopbackAddress(),
                0,
                TestWorlds.playing(
                        request -> {
                            if (request.rawPath().equals("/fail")) {
                                throw new IllegalStateException("on purpose");
                            }
                            return hosted.begin(request);
                        },
                        BACKSTAGE),
                Optional.empty());
        port = listener.port();
    }

    @AfterAll
    static void end() {
        listener.close();
        server.close();
        BACKSTAGE.close();
    }

    @Test
    @DisplayName("L20 headers go out in order and spelling, with date, connection and nothing else after them")
    void exactBytes() throws IOException {
        assertThat(Wire.get(port, "/test"))
                .isEqualTo("HTTP/1.1 200 OK\r\nX-SERVED-by: Understudy\r\nzeta: 1\r\nAlpha: 2\r\nMIKE: 3\r\n"
                        + "Content-Type: text/html; charset=utf-8\r\nContent-Length: 1\r\n" + TAIL + "\r\nt");
        assertThat(Wire.get(port, "/empty"))
                .isEqualTo("HTTP/1.1 204 No Content\r\nX-SERVED-by: Understudy\r\n" + TAIL + "\r\n");
    }

    @Test
    @DisplayName("L20 a preflight has its length last, as the reference sends it")
    void preflight() throws IOException {
        assertThat(Wire.ask(port, "OPTIONS /nope HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\nX-SERVED-by: Understudy\r\nAccess-Control-Allow-Origin: *\r\n")
                .endsWith(TAIL + "Content-Length: 0\r\n\r\n");
    }

    @Test
    @DisplayName("L20 the 404 page has the environment's headers first")
    void notFound() throws IOException {
        assertThat(Wire.get(port, "/nope?x=1"))
                .startsWith("HTTP/1.1 404 Not Found\r\nX-SERVED-by: Understudy\r\n"
                        + "Content-Security-Policy: default-src 'none'\r\nX-Content-Type-Options: nosniff\r\n"
                        + "Content-Type: text/html; charset=utf-8\r\nContent-Length: 143\r\n" + TAIL)
                .contains("<pre>Cannot GET /nope</pre>");
    }

    @Test
    @DisplayName("L21 HEAD gives the head alone, and the connection goes on")
    void head() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("HEAD /head HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(wire.head()).contains("Content-Length: 5\r\n").endsWith(TAIL + "\r\n");
            wire.send("HEAD /nope HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(wire.head()).startsWith("HTTP/1.1 404").contains("Content-Length: 144\r\n");
            wire.send("GET /test HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(wire.response()).endsWith("\r\n\r\nt");
        }
    }

    @ParameterizedTest
    @DisplayName("L21 unusual methods are passed on, TRACE and OPTIONS too")
    @ValueSource(strings = {"PURGE", "PROPFIND", "TRACE", "OPTIONS", "REPORT", "M-SEARCH", "QUERY", "DELETE"})
    void methods(String method) throws IOException {
        assertThat(Wire.ask(port, method + " /any HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .endsWith("any");
    }

    @Test
    @DisplayName("L21 the path is matched as it came: nothing is decoded and nothing resolved")
    void rawPath() throws IOException {
        assertThat(Wire.get(port, "/a%2fb")).endsWith("encoded");
        assertThat(Wire.get(port, "/a/b")).startsWith("HTTP/1.1 404");
        assertThat(Wire.get(port, "/x/../test")).startsWith("HTTP/1.1 404");
        assertThat(Wire.get(port, "/nope;a=b/c;d")).contains("Cannot GET /nope;a=b/c;d<");
        assertThat(Wire.get(port, "/test#part")).endsWith("\r\n\r\nt");
        assertThat(Wire.get(port, "http://localhost/test"))
                .startsWith("HTTP/1.1 404")
                .contains("Cannot GET /test<");
    }

    @Test
    @DisplayName("L22 a date or connection of the author's takes the place of the server's")
    void ownDateAndConnection() throws IOException {
        assertThat(Wire.get(port, "/date")).contains("date: Mon, 01 Jan 2001").doesNotContain("Date: NOW");
        try (Wire wire = new Wire(port)) {
            wire.send("GET /close HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(wire.response()).contains("connection: close\r\n").doesNotContain("eep-");
            assertThat(wire.closesWithin(2_000)).isTrue();
        }
    }

    @Test
    @DisplayName("L22 a client that wants the connection closed, or is too old to keep it, gets it closed")
    void clientCloses() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("GET /test HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(wire.response()).contains("Date: NOW\r\nConnection: close\r\n\r\n");
            assertThat(wire.closesWithin(2_000)).isTrue();
        }
        try (Wire wire = new Wire(port)) {
            wire.send("GET /test HTTP/1.0\r\n\r\n");
            assertThat(wire.response()).contains("Connection: close\r\n");
            assertThat(wire.closesWithin(2_000)).isTrue();
        }
    }

    @Test
    @DisplayName("L23 a body that its author wants in chunks is sent in chunks, without a length")
    void chunked() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("GET /chunked HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(wire.head()).contains("Transfer-Encoding: chunked").doesNotContain("Content-Length");
            assertThat(wire.head()).isEqualTo("5\r\nhello\r\n0\r\n\r\n");
        }
    }

    @Test
    @DisplayName("L24 bodies are taken with any method, in one piece or in chunks, and pipelined requests in order")
    void requestBodies() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("GET /test HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"
                    + "POST /test HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
                    + "DELETE /any HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab"
                    + "GET /test HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(wire.response()).endsWith("\r\n\r\nt");
            assertThat(wire.response()).endsWith("posted");
            assertThat(wire.response()).endsWith("any");
            assertThat(wire.response()).endsWith("\r\n\r\nt");
        }
    }

    @Test
    @DisplayName("L24 a client that waits for leave to send its body gets it")
    void expectContinue() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("POST /test HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
            assertThat(wire.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            wire.send("abc");
            assertThat(wire.response()).endsWith("posted");
        }
    }

    @Test
    @DisplayName("L25 a body over the limit gets 413, announced or not, and the connection is closed")
    void tooLarge() throws IOException {
        String refusal =
                "HTTP/1.1 413 Payload Too Large\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n"
                        + "Content-Length: 17\r\nDate: NOW\r\n\r\nPayload too large";
        String body = "x".repeat(BODY_LIMIT + 1);
        assertThat(Wire.ask(port, post("Content-Length: " + body.length()) + body))
                .isEqualTo(refusal);
        assertThat(Wire.ask(port, post("Content-Length: 99999999999999999999"))).startsWith("HTTP/1.1 4");
        assertThat(Wire.ask(port, post("Expect: 100-continue\r\nContent-Length: 900000")))
                .isEqualTo(refusal);
        String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        assertThat(Wire.ask(port, post("Transfer-Encoding: chunked") + chunk)).isEqualTo(refusal);
        String most = "x".repeat(BODY_LIMIT);
        assertThat(Wire.ask(port, post("Content-Length: " + most.length()) + most))
                .endsWith("posted");
    }

    @Test
    @DisplayName("L25 a head over 16 KiB gets 431")
    void headTooLarge() throws IOException {
        assertThat(Wire.ask(port, "GET /test HTTP/1.1\r\nHost: x\r\nA: " + "x".repeat(17_000) + "\r\n\r\n"))
                .isEqualTo("HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\n\r\n");
        assertThat(Wire.get(port, "/" + "x".repeat(17_000))).startsWith("HTTP/1.1 431");
        assertThat(Wire.get(port, "/" + "x".repeat(15_000))).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @DisplayName("L26 what is not HTTP gets 400, and the listener goes on")
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "get /test HTTP/1.1\r\nHost: x\r\n\r\n",
                "FOO /test HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET test HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /te st HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /\u00e9 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /test HTTP/1.1\r\n\r\n",
                "GET /test HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n",
                "GET /test HTTP/1.1\r\nHost: x\r\nA: \0\r\n\r\n",
                "POST /test HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\nabc",
                "POST /test HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\nabc",
                "POST /test HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                "POST /test HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
                "POST /test HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
                "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
            })
    void malformed(String request) throws IOException {
        assertThat(Wire.ask(port, request)).startsWith("HTTP/1.1 400 ").doesNotContain("X-SERVED");
        assertThat(Wire.get(port, "/test")).endsWith("\r\n\r\nt");
    }

    @Test
    @DisplayName("L26 random bytes never stop a listener")
    void randomBytes() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            try (Wire wire = new Wire(port)) {
                wire.send("GET /te" + new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                        + "st HTTP/1.1\r\nHost: x\r\n\r\n\r\n");
            }
        }
        assertThat(Wire.get(port, "/test")).as("seed %d", seed).endsWith("\r\n\r\nt");
    }

    @Test
    @DisplayName("L27 a mock that fails answers 500 without the reason, and the listener goes on")
    void failure() throws IOException {
        assertThat(Wire.get(port, "/fail")).startsWith("HTTP/1.1 500").doesNotContain("on purpose");
        assertThat(Wire.get(port, "/test")).endsWith("\r\n\r\nt");
    }

    @Test
    @DisplayName("L28 a delay holds the answer back and nobody else")
    void delay() throws IOException {
        try (Wire slow = new Wire(port)) {
            long start = System.nanoTime();
            slow.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\nGET /test HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(Wire.get(port, "/test")).endsWith("\r\n\r\nt");
            assertThat(slow.response()).endsWith("\r\n\r\ns");
            assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(200L);
            assertThat(slow.response()).endsWith("\r\n\r\nt");
        }
    }

    @Test
    @DisplayName("L28 a delay is cut at its limit, and waiting requests hold up nobody")
    void manyDelays() throws IOException {
        Wire[] waiting = new Wire[40];
        for (int i = 0; i < waiting.length; i++) {
            waiting[i] = new Wire(port);
            waiting[i].send("GET /never HTTP/1.1\r\nHost: x\r\n\r\n");
        }
        assertThat(Wire.get(port, "/test")).endsWith("\r\n\r\nt");
        for (Wire wire : waiting) {
            assertThat(wire.response()).endsWith("\r\n\r\nn");
            wire.close();
        }
    }

    @Test
    @DisplayName("L29 a body larger than any buffer arrives whole, also where the client reads slowly")
    void bigBody() throws Exception {
        try (Wire wire = new Wire(port)) {
            wire.send("GET /big HTTP/1.1\r\nHost: x\r\n\r\nGET /test HTTP/1.1\r\nHost: x\r\n\r\n");
            Thread.sleep(200);
            assertThat(Wire.bodyOf(wire.response())).isEqualTo(BIG);
            assertThat(wire.response()).endsWith("\r\n\r\nt");
        }
    }

    @Test
    @DisplayName("L30 who sends too slowly or nothing at all, or takes nothing, is disconnected")
    void slowClients() throws Exception {
        try (Wire idle = new Wire(port);
                Wire slowHead = new Wire(port);
                Wire slowBody = new Wire(port);
                Wire slowReader = new Wire(port)) {
            slowHead.send("GET /test HTTP/1.1\r\nHos");
            slowBody.send(post("Content-Length: 5") + "ab");
            slowReader.send("GET /big HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(slowHead.closesWithin(10_000)).isTrue();
            assertThat(slowBody.closesWithin(10_000)).isTrue();
            assertThat(idle.closesWithin(10_000)).isTrue();
            await().until(slowReader::isCutOff);
        }
    }

    @Test
    @DisplayName("L30 more connections than the limit wait until others are closed")
    void connectionLimit() throws Exception {
        WireLimits few = new WireLimits(16 * 1024, BODY_LIMIT, 3_000, 3_000, 5_000, 3_000, 2_000, 4, 100);
        try (WireServer small = new WireServer(Clock.systemUTC(), few);
                WireServer.Binding bound = small.bind(
                        InetAddress.getLoopbackAddress(),
                        0,
                        TestWorlds.hosted(
                                new MockFixture().route("get", "test", "t").compile(), BACKSTAGE),
                        Optional.empty())) {
            List<Wire> held = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                held.add(new Wire(bound.port()));
                held.getLast().send("GET /test HTTP/1.1\r\nHost: x\r\n\r\n");
            }
            for (Wire wire : held) {
                assertThat(wire.response()).endsWith("\r\n\r\nt");
            }
            try (Wire waiting = new Wire(bound.port())) {
                waiting.send("GET /test HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(waiting.hasAnswerWithin(300)).isFalse();
                for (Wire wire : held) {
                    wire.close();
                }
                assertThat(waiting.hasAnswerWithin(10_000)).isTrue();
            }
        }
    }

    @Test
    @DisplayName("L32 where there is no room for a body the client gets 503, and the room of others comes back")
    void roomForBodies() throws Exception {
        BufferQuota room = new BufferQuota(50_000);
        try (WireServer small = new WireServer(Clock.systemUTC(), SHORT, room);
                WireServer.Binding bound = small.bind(
                        InetAddress.getLoopbackAddress(),
                        0,
                        TestWorlds.hosted(
                                new MockFixture().route("post", "test", "t").compile(), BACKSTAGE),
                        Optional.empty());
                Wire holding = new Wire(bound.port())) {
            holding.send(post("Content-Length: 40001") + "x".repeat(40_000));
            await().until(() -> room.taken() == 40_000);
            assertThat(Wire.ask(bound.port(), post("Content-Length: 20000") + "x".repeat(20_000)))
                    .startsWith("HTTP/1.1 503")
                    .endsWith("has memory for; try again in a moment");
            holding.send("x");
            assertThat(holding.response()).endsWith("\r\n\r\nt");
            await().until(() -> room.taken() == 0);
            assertThat(Wire.ask(bound.port(), post("Content-Length: 20000") + "x".repeat(20_000)))
                    .endsWith("\r\n\r\nt");
        }
    }

    @Test
    @DisplayName("L31 a stop lets a waiting request finish and then closes the connections")
    void gracefulStop() throws Exception {
        WireServer.Binding another = server.bind(
                InetAddress.getLoopbackAddress(),
                0,
                TestWorlds.hosted(
                        new MockFixture()
                                .route("post", "slow", "s")
                                .ofResponse(Schema.RESPONSE_LATENCY, 300)
                                .compile(),
                        BACKSTAGE),
                Optional.empty());
        try (Wire wire = new Wire(another.port())) {
            wire.send("POST /slow HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
            assertThat(wire.head()).as("the request is under way").startsWith("HTTP/1.1 100");
            wire.send("x");
            another.close();
            assertThat(wire.response()).endsWith("\r\n\r\ns");
            assertThat(wire.closesWithin(10_000)).isTrue();
        }
        assertThat(Wire.get(port, "/test")).endsWith("\r\n\r\nt");
    }

    private static String post(String header) {
        return "POST /test HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n";
    }
}
