package dev.understudy.hosting.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.hosting.runtime.HostingResources;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.runtime.TestWorlds;
import dev.understudy.mock.MockFixture;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.wire.WireHeader;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadIT {

    private static final HostingResources BACKSTAGE = TestWorlds.resources();
    private static final WireServer SERVER = new WireServer(Clock.systemUTC(), WireLimits.DEFAULT);
    private static final ConcurrentLinkedQueue<MockRequest> SEEN = new ConcurrentLinkedQueue<>();
    private static WireServer.Binding listener;
    private static int port;

    @BeforeAll
    static void listen() throws IOException {
        MockRuntime hosted = TestWorlds.hosted(
                new MockFixture()
                        .route("all", "test", "{{{queryParam 'p'}}}|{{{queryParam 'q'}}}|{{{body}}}")
                        .compile(),
                BACKSTAGE);
        listener = SERVER.bind(
                InetAddress.getLoopbackAddress(),
                0,
                TestWorlds.playing(
                        request -> {
                            SEEN.add(request);
                            return hosted.begin(request);
                        },
                        BACKSTAGE),
                Optional.empty());
        port = listener.port();
    }

    @AfterAll
    static void end() {
        listener.close();
        SERVER.close();
        BACKSTAGE.close();
    }

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @ParameterizedTest(name = "L111 ?{0} gives {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "p=50%;50%||",
                "p=%zz&q=1;%zz|1|",
                "p=%&q=%;%|%|",
                "p=%2&q=%25;%2|%|",
                "p=%u0041;%u0041||",
                "p=a%&q=%C3%A9;a%|é|",
                "p=%e9;%e9||",
                "p=%C3%A9%;%C3%A9%||",
                "p%=1&q=a+%+b;|a % b|",
                "%&p=1;1||",
                "?p=1&q=2;|2|",
                "??p=1&q=2?;|2?|",
            })
    void strayPercent(String query, String expected) throws IOException {
        String answer = Wire.get(port, "/test?" + query);
        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(new String(
                        Wire.bodyOf(answer).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                        java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(expected);
        assertThat(SEEN.element().rawQuery()).isEqualTo(query);
    }

    @Test
    @DisplayName("L110 headers are seen in the order and spelling in which they came, however often")
    void headerOrder() throws IOException {
        Wire.ask(
                port,
                String.join(
                        "\r\n",
                        "GET /test HTTP/1.1",
                        "zeta: 1",
                        "hOST: a.b:1",
                        "X-Two:  two  words\t",
                        "x-empty:",
                        "x-two: again",
                        "X-Bytes: \u00e9",
                        "",
                        ""));
        assertThat(SEEN.element().headers().all())
                .containsExactly(
                        new WireHeader("zeta", "1"),
                        new WireHeader("hOST", "a.b:1"),
                        new WireHeader("X-Two", "two  words"),
                        new WireHeader("x-empty", ""),
                        new WireHeader("x-two", "again"),
                        new WireHeader("X-Bytes", "\u00e9"));
        assertThat(SEEN.element().headers().first("HOST")).isEqualTo("a.b:1");
        assertThat(SEEN.element().headers().values("x-TWO")).containsExactly("two  words", "again");
    }

    @Test
    @DisplayName("L110 requests at once and in pieces, with bodies and without, are each what was sent")
    void pieces() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            List<String> answers = new ArrayList<>();
            StringBuilder sent = new StringBuilder();
            for (int count = 1 + random.nextInt(6); count > 0; count--) {
                String value = "%".repeat(random.nextInt(3)) + "z" + random.nextInt(1_000);
                String body = "b".repeat(random.nextInt(40));
                sent.append(request(random.nextInt(4), value, body));
                answers.add(value + "||" + body);
            }
            try (Wire wire = new Wire(port)) {
                for (int at = 0; at < sent.length(); ) {
                    int end = Math.min(sent.length(), at + 1 + random.nextInt(random.nextBoolean() ? 4 : 200));
                    wire.send(sent.substring(at, end));
                    at = end;
                }
                for (String answer : answers) {
                    assertThat(Wire.bodyOf(wire.response()))
                            .as("seed %d round %d: %s", seed, round, sent)
                            .isEqualTo(answer);
                }
            }
        }
    }

    private static String request(int kind, String value, String body) {
        String start = "POST /test?p=" + value + " HTTP/1.1\r\nHost: x\r\n";
        String half = body.substring(body.length() / 2);
        String rest = body.substring(0, body.length() / 2);
        return switch (kind) {
            case 0 -> "\r\n" + start + "Content-Length: " + body.length() + "\r\n\r\n" + body;
            case 1 -> start + "Transfer-Encoding: chunked\r\nX: y\r\n\r\n" + chunk(half) + chunk(rest) + "0\r\n\r\n";
            case 2 ->
                start + "Transfer-Encoding: gzip, chunked\r\n\r\n" + chunk(half) + chunk(rest) + "0\r\nA: b\r\n\r\n";
            default ->
                start + "A: " + "a".repeat(value.length()) + "\r\ncontent-length:" + body.length() + "\r\n\r\n" + body;
        };
    }

    private static String chunk(String text) {
        return text.isEmpty() ? "" : Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    @ParameterizedTest
    @DisplayName("L112 a head that can be read in two ways, or in none, gets 400, and the connection is closed")
    @ValueSource(
            strings = {
                "GET /test HTTP/1.1\nHost: x\n\n",
                "GET /test HTTP/1.1\r\nHost: x\r\nA: b\n\r\n",
                "GET /test HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n",
                "GET /test HTTP/1.1\r\nHost: x\r\nA: b\r\n continued\r\n\r\n",
                "GET /test HTTP/1.1\r\n continued: x\r\nHost: x\r\n\r\n",
                "GET /test HTTP/1.1\r\nHost: x\r\nA : b\r\n\r\n",
                "GET /test HTTP/1.1\r\nHost: x\r\n: b\r\n\r\n",
                "GET /test HTTP/1.1\r\nHost: x\r\nA: \u007f\r\n\r\n",
                "GET /test HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n",
                "GET /test HTTP/1.2\r\nHost: x\r\n\r\n",
                "GET /test HTTP/2.0\r\nHost: x\r\n\r\n",
                "GET /test\r\nHost: x\r\n\r\n",
                "GET  /test HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /test  HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET http:/test HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET :///test HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /test?\u00e9 HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /test HTTP/1.1\r\nHost: x\r\nContent-Length: +3\r\n\r\nabc",
                "POST /test HTTP/1.1\r\nHost: x\r\nContent-Length:\r\n\r\nabc",
                "POST /test HTTP/1.1\r\nHost: x\r\nContent-Length: 3, 3\r\n\r\nabc",
                "POST /test HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\nabc",
                "POST /test HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "POST /test HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: x chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "POST /test HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\nabc\n0\n\nGET /test HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /test HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3;\nxx\r\nabc\r\n0\r\n\r\n",
                "POST /test HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
                "POST /test HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n",
                "POST /test HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\na: b\n\r\n",
                "POST /test HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, gzip\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "POST /test HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
            })
    void ambiguous(String bytes) throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send(bytes);
            assertThat(wire.head()).isEqualTo("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
            assertThat(wire.closesWithin(2_000)).isTrue();
        }
        assertThat(SEEN).isEmpty();
    }

    @Test
    @DisplayName("L113 2,000 header lines are taken, one more is too large, and so are lines of spaces without end")
    void tooManyLines() throws IOException {
        String start = "GET /test HTTP/1.1\r\nHost: x\r\n";
        assertThat(Wire.ask(port, start + "a: b\r\n".repeat(1_999) + "\r\n")).startsWith("HTTP/1.1 200");
        assertThat(Wire.ask(port, start + "a: b\r\n".repeat(2_000) + "\r\n")).startsWith("HTTP/1.1 431");
        assertThat(Wire.ask(port, start + "a: " + " ".repeat(100_000))).startsWith("HTTP/1.1 431");
        assertThat(Wire.ask(port, start + ("a: " + " ".repeat(10_000) + "\r\n").repeat(9)))
                .startsWith("HTTP/1.1 431");
        assertThat(Wire.ask(port, "\r\n".repeat(40_000))).startsWith("HTTP/1.1 431");
    }

    @Test
    @DisplayName("L116 what stands between chunks, and after them, is bounded like a head, and nothing of it is kept")
    void aroundChunks() throws IOException {
        String start = "POST /test HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
        String some = "a".repeat(8_000);
        String twice = start + "2;" + some + "\r\nab\r\n0\r\nA: " + some + "\r\n\r\n";
        try (Wire wire = new Wire(port)) {
            wire.send(twice + "GET /test HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(Wire.bodyOf(wire.response())).isEqualTo("||ab");
            assertThat(Wire.bodyOf(wire.response())).isEqualTo("||");
        }
        String refusal = "HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\n\r\n";
        assertThat(Wire.ask(port, start + "2\r\nab\r\n0\r\nA: " + "a".repeat(1_000_000)))
                .isEqualTo(refusal);
        assertThat(Wire.ask(port, start + "2\r\nab\r\n0\r\n" + "A: b\r\n".repeat(100_000)))
                .isEqualTo(refusal);
        assertThat(Wire.ask(port, start + "2;" + "a".repeat(1_000_000))).isEqualTo(refusal);
        assertThat(Wire.ask(port, start + "1;aaaaaaa\r\nb\r\n".repeat(100_000))).isEqualTo(refusal);
    }

    @Test
    @DisplayName("L112 a connection is closed if any of several headers says so")
    void closes() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("GET /test HTTP/1.1\r\nHost: x\r\nConnection: a\r\nConnection: close\r\n\r\n");
            assertThat(wire.response()).contains("Connection: close");
            assertThat(wire.closesWithin(2_000)).isTrue();
        }
    }
}
