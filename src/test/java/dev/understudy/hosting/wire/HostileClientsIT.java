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
import dev.understudy.mock.MockFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Clients that mean harm. Whatever they do, another one is answered in between: within seconds where it would have to
/// wait for minutes, so that a busy machine does not matter.
class HostileClientsIT {

    private static final WireLimits SHORT =
            new WireLimits(16 * 1024, 1_000_000, 1_000, 1_500, 2_000, 1_500, 60_000, 500, 100);
    private static final long PROMPTLY_NANOS = 3_000_000_000L;
    private static final int ANSWER_BYTES = 4_000_000;
    private static final int ROOM = 20_000_000;
    private static final String UPGRADE = String.join(
            "\r\n",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Version: 13",
            "");

    private final HostingResources resources = TestWorlds.resources();
    private final BufferQuota room = new BufferQuota(ROOM);
    private final WireServer server = new WireServer(Clock.systemUTC(), SHORT, room);
    private final List<AutoCloseable> opened = new ArrayList<>(List.of(resources, server));
    private final int light =
            listen(new MockFixture().route("get", "t", "light").compile());

    private int listen(CompiledMock mock) {
        try {
            MockRuntime hosted = TestWorlds.hosted(mock, resources);
            WireServer.Binding binding = server.bind(InetAddress.getLoopbackAddress(), 0, hosted, Optional.empty());
            opened.add(hosted);
            opened.add(binding);
            return binding.port();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    private List<Wire> clients(int count, int port, String bytes) throws IOException {
        List<Wire> clients = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            Wire client = new Wire(port);
            opened.add(client);
            clients.add(client);
            client.send(bytes);
        }
        return clients;
    }

    private void lightAnswers() throws IOException {
        long start = System.nanoTime();
        assertThat(Wire.get(light, "/t")).endsWith("light");
        assertThat(System.nanoTime() - start).isLessThan(PROMPTLY_NANOS);
    }

    /// Sends one more byte on each connection every now and then, and gives how long the last one stayed open.
    private long drip(List<Wire> clients, String piece) throws Exception {
        long start = System.nanoTime();
        List<Wire> open = new ArrayList<>(clients);
        while (!open.isEmpty() && System.nanoTime() - start < 20_000_000_000L) {
            for (Wire client : List.copyOf(open)) {
                try {
                    client.send(piece);
                } catch (IOException _) {
                    open.remove(client);
                }
            }
            lightAnswers();
            Thread.sleep(100);
        }
        assertThat(open).isEmpty();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @Test
    @DisplayName("L30 who drips a head or a body byte by byte is disconnected at the limit of the whole")
    void drippingClients() throws Exception {
        List<Wire> heads = clients(100, light, "GET /t HTTP/1.1\r\nHost: x\r\nX-A: ");
        List<Wire> lines = clients(20, light, "GET /t");
        assertThat(drip(heads, "a")).isLessThan(8_000);
        assertThat(drip(lines, "a")).isLessThan(8_000);
        List<Wire> bodies = clients(100, light, "POST /t HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
        List<Wire> chunks = clients(20, light, "POST /t HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertThat(drip(bodies, "a")).isLessThan(8_000);
        assertThat(drip(chunks, "1\r\na\r\n")).isLessThan(8_000);
        await().untilAsserted(() -> assertThat(room.taken()).isZero());
    }

    @Test
    @DisplayName("L30 hundreds of idle connections hold up nobody, and are closed")
    void idleConnections() throws Exception {
        List<Wire> idle = clients(400, light, "");
        lightAnswers();
        for (Wire client : idle) {
            assertThat(client.closesWithin(10_000)).isTrue();
        }
    }

    @Test
    @DisplayName("L33 answers that nobody takes, or that wait for their delay, have only so much memory together")
    void answersThatNobodyTakes() throws Exception {
        int port = listen(new MockFixture()
                .route("get", "big", "{{padEnd 'x' " + ANSWER_BYTES + " 'x'}}")
                .route("get", "late", "{{padEnd 'x' " + ANSWER_BYTES + " 'x'}}")
                .ofResponse(Schema.RESPONSE_LATENCY, 500)
                .route("get", "later", "{{padEnd 'x' " + ANSWER_BYTES + " 'x'}}")
                .ofResponse(Schema.RESPONSE_LATENCY, 60_000)
                .route("get", "shared", "y".repeat(ANSWER_BYTES))
                .compile());
        List<Wire> deaf = clients(20, port, "GET /big HTTP/1.1\r\nHost: x\r\n\r\n");
        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(room.taken()).isEqualTo(ROOM / ANSWER_BYTES * ANSWER_BYTES));
        lightAnswers();
        for (Wire client : deaf) {
            client.close();
        }
        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(room.taken()).isZero());

        for (Wire client : clients(ROOM / ANSWER_BYTES, port, "GET /late HTTP/1.1\r\nHost: x\r\n\r\n")) {
            assertThat(client.response()).startsWith("HTTP/1.1 200");
        }
        await().untilAsserted(() -> assertThat(room.taken()).isZero());

        List<Wire> sharing = clients(20, port, "GET /shared HTTP/1.1\r\nHost: x\r\n\r\n");
        await().untilAsserted(() -> assertThat(room.taken()).isEqualTo(ANSWER_BYTES));
        for (Wire client : sharing) {
            assertThat(Wire.bodyOf(client.response())).hasSize(ANSWER_BYTES);
        }
        await().untilAsserted(() -> assertThat(room.taken()).isZero());

        clients(ROOM / ANSWER_BYTES, port, "GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(room.taken()).isEqualTo(ROOM));
        for (Wire client : clients(5, port, "GET /later HTTP/1.1\r\nHost: x\r\n\r\n")) {
            assertThat(client.response()).startsWith("HTTP/1.1 503");
        }
    }

    @Test
    @DisplayName("L48 templates that compute all the time leave a light mock its answers")
    void heavyBesideLight() throws Exception {
        String heavy = "{{#repeat 100000000}}{{#repeat 100000000}}{{uppercase 'x'}}{{/repeat}}{{/repeat}}";
        int port = listen(new MockFixture()
                .bucket("b", "B", "[]")
                .route("get", "t", heavy)
                .route("", "ws", heavy)
                .ofRoute(Schema.ROUTE_TYPE, RouteType.WS)
                .ofRoute(Schema.ROUTE_STREAMING_MODE, StreamingMode.UNICAST)
                .ofRoute(Schema.ROUTE_STREAMING_INTERVAL, 10)
                .compile());
        int templated =
                listen(new MockFixture().route("get", "t", "{{add 1 1}}").compile());
        clients(100, port, "GET /t HTTP/1.1\r\nHost: x\r\n\r\n");
        clients(20, port, "GET /ws HTTP/1.1\r\nHost: x\r\n" + UPGRADE + "\r\n");
        for (int at = 0; at < 20; at++) {
            lightAnswers();
            long start = System.nanoTime();
            assertThat(Wire.get(templated, "/t")).endsWith("\r\n\r\n2");
            assertThat(System.nanoTime() - start).isLessThan(PROMPTLY_NANOS);
            Thread.sleep(50);
        }
    }

    @Test
    @DisplayName("L64 a client that floods a WebSocket without reading is made to wait or cut off, and others talk on")
    void socketFlood() throws Exception {
        int port = listen(new MockFixture()
                .route("", "echo", "{{body}}{{padEnd 'x' 10000 'x'}}")
                .ofRoute(Schema.ROUTE_TYPE, RouteType.WS)
                .route("", "late", "{{padEnd 'x' 1000000 'x'}}")
                .ofRoute(Schema.ROUTE_TYPE, RouteType.WS)
                .ofResponse(Schema.RESPONSE_LATENCY, 60_000)
                .compile());
        for (String path : List.of("/echo", "/late")) {
            Wire flooding = clients(1, port, "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + UPGRADE + "\r\n")
                    .getFirst();
            assertThat(flooding.head()).startsWith("HTTP/1.1 101");
            Thread flood = Thread.ofPlatform().daemon().start(() -> {
                String message = "\u0081\u0085\0\0\0\0hello";
                try {
                    for (int at = 0; at < 2_000; at++) {
                        flooding.send(message.repeat(100));
                    }
                } catch (IOException cutOff) {
                    assertThat(cutOff).isNotNull();
                }
            });
            try (Peer peer = Peer.open(port, "/echo")) {
                for (int at = 0; at < 50; at++) {
                    peer.say("m");
                    assertThat(peer.hear()).startsWith("mxxx");
                    lightAnswers();
                }
            }
            flooding.close();
            flood.join(10_000);
            assertThat(flood.isAlive()).isFalse();
        }
    }
}
