package dev.understudy.hosting.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.environment.StreamingMode;
import dev.understudy.hosting.runtime.HostingResources;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.runtime.TestWorlds;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.MockCompiler;
import dev.understudy.mock.MockFixture;
import dev.understudy.traffic.Mishap;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketIT {

    private static final WireLimits SHORT =
            new WireLimits(16 * 1024, 100_000, 1_000, 1_500, 500, 1_500, 2_000, 50, 1_000);
    private static final int DELAY_MILLIS = 1_000;
    private static final String HANDSHAKE = "Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n";
    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    private final HostingResources resources = TestWorlds.resources();
    private final WireServer server = new WireServer(Clock.systemUTC(), SHORT);
    private CompiledMock first;
    private MockRuntime hosted;
    private WireServer.Binding binding;
    private int port;

    @BeforeEach
    void listen() throws Exception {
        first = routes("echo {{body}}").compile();
        hosted = TestWorlds.hosted(first, resources);
        binding = server.bind(InetAddress.getLoopbackAddress(), 0, hosted, Optional.empty());
        port = binding.port();
    }

    @AfterEach
    void close() {
        binding.close();
        hosted.close();
        server.close();
        resources.close();
    }

    private static MockFixture routes(String echo) {
        return new MockFixture()
                .route("", "echo", echo)
                .ofRoute(Schema.ROUTE_TYPE, RouteType.WS)
                .route("", "slow", "late")
                .ofRoute(Schema.ROUTE_TYPE, RouteType.WS)
                .ofResponse(Schema.RESPONSE_LATENCY, DELAY_MILLIS)
                .route("", "one", "tick")
                .ofRoute(Schema.ROUTE_TYPE, RouteType.WS)
                .ofRoute(Schema.ROUTE_STREAMING_MODE, StreamingMode.UNICAST)
                .ofRoute(Schema.ROUTE_STREAMING_INTERVAL, 20)
                .route("", "all", "{{oneOf (array 'a' 'b' 'c' 'd' 'e' 'f')}}{{guid}}")
                .ofRoute(Schema.ROUTE_TYPE, RouteType.WS)
                .ofRoute(Schema.ROUTE_STREAMING_MODE, StreamingMode.BROADCAST)
                .ofRoute(Schema.ROUTE_STREAMING_INTERVAL, 50)
                .route("", "flood", "y".repeat(200_000))
                .ofRoute(Schema.ROUTE_TYPE, RouteType.WS)
                .ofRoute(Schema.ROUTE_STREAMING_MODE, StreamingMode.UNICAST)
                .ofRoute(Schema.ROUTE_STREAMING_INTERVAL, 10)
                .route("get", "http", "plain");
    }

    @Test
    @DisplayName("L60 each message gets its answer, in order")
    void conversation() throws Exception {
        try (Peer peer = Peer.open(port, "/echo")) {
            for (int i = 0; i < 200; i++) {
                peer.say("m" + i);
            }
            for (int i = 0; i < 200; i++) {
                assertThat(peer.hear()).isEqualTo("echo m" + i);
            }
        }
        await().until(() -> hosted.sockets().count() == 0);
    }

    @Test
    @DisplayName("L60 a delay is a timer, counted for each message alone")
    void delayed() throws Exception {
        try (Peer peer = Peer.open(port, "/slow")) {
            long start = System.nanoTime();
            peer.say("a");
            peer.say("b");
            assertThat(peer.hear()).isEqualTo("late");
            long first = System.nanoTime();
            assertThat(peer.hear()).isEqualTo("late");
            assertThat((first - start) / 1_000_000).isGreaterThanOrEqualTo(DELAY_MILLIS - 10);
            assertThat((System.nanoTime() - first) / 1_000_000).isLessThan(DELAY_MILLIS - 10);
        }
    }

    @Test
    @DisplayName("L60 a connection stays open without a word")
    void idle() throws Exception {
        try (Peer peer = Peer.open(port, "/echo")) {
            Thread.sleep(3L * SHORT.idleMillis());
            peer.say("still there");
            assertThat(peer.hear()).isEqualTo("echo still there");
        }
    }

    @Test
    @DisplayName("L60 binary messages are not answered, and the log says so")
    void binary() throws Exception {
        try (Peer peer = Peer.open(port, "/echo")) {
            peer.sayBytes(new byte[] {1});
            peer.say("text");
            assertThat(peer.hear()).isEqualTo("echo text");
            assertThat(hosted.traffic().mishaps()).extracting(Mishap::code).containsExactly("WS_UNSUPPORTED_CONTENT");
        }
    }

    @Test
    @DisplayName("L61 each client of a stream of its own gets messages at the interval")
    void unicast() throws Exception {
        try (Peer peer = Peer.open(port, "/one")) {
            for (int i = 0; i < 10; i++) {
                assertThat(peer.hear()).isEqualTo("tick");
            }
        }
    }

    @Test
    @DisplayName("L61 all clients of a broadcast get the same messages")
    void broadcast() throws Exception {
        try (Peer one = Peer.open(port, "/all");
                Peer other = Peer.open(port, "/all")) {
            String first = other.hear();
            assertThat(first).isNotNull();
            String mine = one.hear();
            while (mine != null && !mine.equals(first)) {
                mine = one.hear();
            }
            assertThat(mine).isEqualTo(first);
            for (int i = 0; i < 5; i++) {
                assertThat(one.hear()).isEqualTo(other.hear());
            }
        }
    }

    @Test
    @DisplayName("L62 a changed route ends its connections, the others stay")
    void swap() throws Exception {
        CompiledMock changed = MockCompiler.compile(routes("new {{body}}").environment(), first)
                .mock();
        try (Peer echo = Peer.open(port, "/echo");
                Peer one = Peer.open(port, "/one")) {
            hosted.swap(changed);
            assertThat(echo.hear()).isIn("close 1006", "error");
            for (int i = 0; i < 10; i++) {
                assertThat(one.hear()).isEqualTo("tick");
            }
        }
        try (Peer again = Peer.open(port, "/echo")) {
            again.say("x");
            assertThat(again.hear()).isEqualTo("new x");
        }
    }

    @Test
    @DisplayName("L62 a stop ends all connections")
    void stop() throws Exception {
        try (Peer echo = Peer.open(port, "/echo");
                Peer all = Peer.open(port, "/all")) {
            hosted.close();
            assertThat(echo.hear()).isIn("close 1006", "error");
            String last = all.hear();
            while (last != null && !last.equals("close 1006") && !last.equals("error")) {
                last = all.hear();
            }
            assertThat(last).isNotNull();
        }
        await().until(() -> hosted.sockets().count() == 0);
    }

    @ParameterizedTest(name = "L63 a handshake with \"{0}\" to {1} is answered {2}")
    @CsvSource({
        "GET, /none, 404 Not Found, No WebSocket route found for this path",
        "POST, /echo, 405 Method Not Allowed, Invalid HTTP method",
    })
    void refused(String method, String path, String status, String body) throws Exception {
        assertThat(Wire.ask(
                        port,
                        method + " " + path + " HTTP/1.1\r\nHost: x\r\n" + HANDSHAKE + KEY
                                + "Sec-WebSocket-Version: 13\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status + "\r\n")
                .endsWith("\r\n\r\n" + body);
    }

    @Test
    @DisplayName("L63 key and version have to be as WebSocket says")
    void keyAndVersion() throws Exception {
        String start = "GET /echo HTTP/1.1\r\nHost: x\r\n" + HANDSHAKE;
        assertThat(Wire.ask(port, start + "Sec-WebSocket-Version: 13\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .endsWith("Missing or invalid Sec-WebSocket-Key header");
        assertThat(Wire.ask(port, start + KEY + "Sec-WebSocket-Version: 7\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("\r\nSec-WebSocket-Version: 13, 8\r\n");
        assertThat(Wire.ask(port, start + KEY + "Sec-WebSocket-Protocol: a, b\r\nSec-WebSocket-Version: 13\r\n\r\n"))
                .startsWith("HTTP/1.1 101 Switching Protocols\r\n")
                .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")
                .contains("Sec-WebSocket-Protocol: a\r\n");
    }

    @Test
    @DisplayName("L63 another upgrade, and a plain request, are ordinary requests")
    void otherUpgrades() throws Exception {
        assertThat(Wire.ask(port, "GET /http HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .endsWith("plain");
        assertThat(Wire.get(port, "/echo")).startsWith("HTTP/1.1 404");
    }

    @Test
    @DisplayName("L64 a message that is too large ends the connection")
    void tooLarge() throws Exception {
        try (Peer peer = Peer.open(port, "/echo")) {
            peer.say("x".repeat(500_000));
            assertThat(peer.hear()).hasSize(500_005);
            peer.say("x".repeat(1_100_000));
            assertThat(peer.hear()).isIn("close 1009", "close 1006", "error");
        }
    }

    @Test
    @DisplayName("L64 a client that does not read its stream is cut off, and others don't notice")
    void slowReader() throws Exception {
        try (Wire slow = new Wire(port);
                Peer peer = Peer.open(port, "/echo")) {
            slow.send("GET /flood HTTP/1.1\r\nHost: x\r\n" + HANDSHAKE + KEY + "Sec-WebSocket-Version: 13\r\n\r\n");
            assertThat(slow.head()).startsWith("HTTP/1.1 101");
            await().atMost(20, TimeUnit.SECONDS).until(() -> {
                peer.say("m");
                assertThat(peer.hear()).isEqualTo("echo m");
                return hosted.sockets().count() == 1;
            });
        }
    }
}
