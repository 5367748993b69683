package dev.understudy.hosting.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.environment.MemoryBudget;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.environment.StreamingMode;
import dev.understudy.hosting.runtime.HostingResources;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.runtime.TestWorlds;
import dev.understudy.mock.MockCompiler;
import dev.understudy.mock.MockFixture;
import dev.understudy.traffic.CallbackReport;
import dev.understudy.traffic.Conversation;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.Glimpse;
import dev.understudy.traffic.SocketMessage;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConversationIT {

    private static final String KEY = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    private static final String HANDSHAKE = "Upgrade: websocket\r\nConnection: Upgrade\r\n" + KEY;

    private final HostingResources resources = TestWorlds.resources();
    private final WireServer server = new WireServer(Clock.systemUTC(), WireLimits.DEFAULT);
    private final MemoryBudget memory = MemoryBudget.of(100_000_000, "full");
    private final MockFixture fixture = new MockFixture()
            .route("", "chat", "hello {{body}}")
            .ofRoute(Schema.ROUTE_TYPE, RouteType.WS)
            .rule("body", "", "regex", "^hi")
            .response(200, "what?")
            .ofResponse(Schema.RESPONSE_LABEL, "Puzzled")
            .ofResponse(Schema.RESPONSE_DEFAULT, true)
            .route("", "ticks", "tick")
            .ofRoute(Schema.ROUTE_TYPE, RouteType.WS)
            .ofRoute(Schema.ROUTE_STREAMING_MODE, StreamingMode.UNICAST)
            .ofRoute(Schema.ROUTE_STREAMING_INTERVAL, 20);
    private MockRuntime hosted;
    private WireServer.Binding binding;
    private int port;

    @BeforeEach
    void listen() throws Exception {
        hosted = TestWorlds.hosted(fixture.compile(), memory, resources);
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

    private Exchange entry() {
        await().until(() -> !hosted.traffic().exchanges().isEmpty());
        return hosted.traffic().exchanges().getLast();
    }

    private Conversation talk() {
        return entry().sequel().conversation().orElseThrow();
    }

    private static List<String> texts(Conversation talk) {
        return talk.messages().stream()
                .map(message -> (message.fromClient() ? "> " : "< ")
                        + message.content().text().orElse("bytes"))
                .toList();
    }

    @Test
    @DisplayName("L150 a conversation is one exchange: the handshake, and each message with what answered it and why")
    void conversation() throws Exception {
        try (Peer peer = Peer.open(port, "/chat?x=1", "X-Api-Key", "s3cr3t")) {
            peer.say("hi there");
            assertThat(peer.hear()).isEqualTo("hello hi there");
            peer.say("{\"a\":1}");
            assertThat(peer.hear()).isEqualTo("what?");
            peer.sayBytes(new byte[] {1, 2, 3});
            await().until(() -> talk().count() == 5);
            assertThat(talk().ending()).isEmpty();
            peer.leave(4001, "done");
            await().until(() -> talk().ending().isPresent());
        }
        Exchange entry = entry();
        assertThat(hosted.traffic().exchanges()).hasSize(1);
        assertThat(entry.method() + " " + entry.path() + "?" + entry.query()).isEqualTo("GET /chat?x=1");
        assertThat(entry.status()).isEqualTo(101);
        assertThat(entry.route()).isPresent();
        assertThat(entry.response()).isEmpty();
        assertThat(entry.why().lines().toString()).contains("/chat", "it answers each message");
        assertThat(entry.responseHeaders())
                .extracting(header -> header.name().toLowerCase(Locale.ROOT))
                .contains("sec-websocket-accept");
        Conversation talk = talk();
        assertThat(texts(talk)).containsExactly("> hi there", "< hello hi there", "> {\"a\":1}", "< what?", "> \1\2\3");
        assertThat(talk.messages()).extracting(SocketMessage::answers).containsExactly(0L, 1L, 0L, 3L, 0L);
        assertThat(talk.messages().getLast().content().length()).isEqualTo(3);
        assertThat(talk.messages().get(1).why().summary()).isEqualTo("answered by response 1");
        assertThat(talk.messages().get(1).why().lines().toString()).contains("✓");
        assertThat(talk.messages().get(3).why().summary()).isEqualTo("answered by Puzzled");
        assertThat(talk.messages()
                        .get(3)
                        .why()
                        .lines()
                        .getFirst()
                        .checks()
                        .getFirst()
                        .held())
                .contains(false);
        assertThat(talk.ending().orElseThrow())
                .extracting(Conversation.Ending::code, Conversation.Ending::reason, Conversation.Ending::by)
                .containsExactly(4001, "done", Conversation.By.CLIENT);
    }

    @Test
    @DisplayName("L151 the last 100 messages are kept, of each 4 KiB; the rest is counted")
    void bounded() throws Exception {
        try (Peer peer = Peer.open(port, "/chat")) {
            for (int at = 0; at < 150; at++) {
                peer.say("m" + at);
                assertThat(peer.hear()).isEqualTo("what?");
            }
            peer.say("x".repeat(100_000));
            assertThat(peer.hear()).isEqualTo("what?");
            await().until(() -> talk().count() == 302);
            Conversation talk = talk();
            assertThat(talk.messages()).hasSize(Conversation.KEPT);
            SocketMessage last = talk.messages().get(98);
            assertThat(last.number()).isEqualTo(301);
            assertThat(last.content().bytes()).hasSize(SocketMessage.MAX_BYTES);
            assertThat(last.content().length()).isEqualTo(100_000);
            assertThat(last.content().isCut()).isTrue();
        }
    }

    @Test
    @DisplayName(
            "L151 what a conversation holds counts as the mock's, and is given back when the log keeps it no longer")
    void memory() throws Exception {
        long before = memory.taken();
        try (Peer peer = Peer.open(port, "/chat")) {
            for (int at = 0; at < 60; at++) {
                peer.say("y".repeat(4_000));
                assertThat(peer.hear()).isEqualTo("what?");
            }
            await().until(() -> talk().count() == 120);
            assertThat(memory.taken() - before).isGreaterThan(60 * 4_000);
            hosted.traffic().clear();
            peer.say("z".repeat(4_000));
            assertThat(peer.hear()).isEqualTo("what?");
            await().until(() -> memory.taken() == before);
            assertThat(hosted.traffic().exchanges()).isEmpty();
        }
    }

    @Test
    @DisplayName("L150 it says who ended it: a client without a goodbye, or the mock, whose route was changed")
    void endings() throws Exception {
        Peer peer = Peer.open(port, "/ticks");
        assertThat(peer.hear()).isEqualTo("tick");
        await().until(() -> !talk().messages().isEmpty());
        assertThat(talk().messages().getFirst().answers()).isZero();
        peer.close();
        await().until(() -> talk().ending().isPresent());
        assertThat(talk().ending().orElseThrow().code()).isIn(1001, 1006);
        try (Peer other = Peer.open(port, "/chat")) {
            other.say("hi");
            assertThat(other.hear()).isEqualTo("hello hi");
            hosted.swap(MockCompiler.compile(new MockFixture().environment()).mock());
            await().until(() -> talk().ending().isPresent());
            assertThat(talk().ending().orElseThrow())
                    .extracting(Conversation.Ending::reason, Conversation.Ending::by)
                    .containsExactly("its route was changed or removed", Conversation.By.MOCK);
            assertThat(talk().messages().get(1).why().summary())
                    .as("by the version that answered")
                    .isEqualTo("answered by response 1");
        }
    }

    @Test
    @DisplayName("L152 whoever looks again and again is told of what went on since, and of nothing twice")
    void looking() throws Exception {
        try (Peer peer = Peer.open(port, "/chat")) {
            await().until(() -> !hosted.traffic().exchanges().isEmpty());
            Glimpse first = hosted.traffic().since(Glimpse.Place.START, 10);
            assertThat(first.exchanges()).hasSize(1);
            peer.say("hi");
            assertThat(peer.hear()).isEqualTo("hello hi");
            await().until(() -> talk().count() == 2);
            Glimpse second = hosted.traffic().since(first.place(), 10);
            assertThat(second.exchanges()).isEmpty();
            assertThat(second.changed())
                    .singleElement()
                    .satisfies(exchange -> assertThat(exchange.sequel()
                                    .conversation()
                                    .orElseThrow()
                                    .count())
                            .isEqualTo(2));
            assertThat(hosted.traffic().since(second.place(), 10).isNews()).isFalse();
        }
    }

    @Test
    @DisplayName("L153 a WebSocket that was refused is an exchange, with what comes nearest")
    void refused() throws Exception {
        Wire.ask(port, "GET /chit HTTP/1.1\r\nHost: x\r\n" + HANDSHAKE + "\r\n");
        assertThat(entry().status()).isEqualTo(404);
        assertThat(entry().responseBody().text()).contains("No WebSocket route found for this path");
        assertThat(entry().why().nearest()).isNotEmpty();
    }

    private List<CallbackReport> calls() {
        return hosted.traffic().exchanges().stream()
                .filter(exchange -> exchange.path().equals("/pay"))
                .flatMap(exchange -> exchange.sequel().callbacks().stream())
                .toList();
    }

    @Test
    @DisplayName("L154 an exchange has what came of the callbacks of its answer, in either case")
    void callbacks() throws Exception {
        MockFixture calling = new MockFixture()
                .route("post", "hook", "heard")
                .route("post", "pay", "thanks")
                .callback("post", "/hook", "paid")
                .invoked(0)
                .callback("post", "http://127.0.0.1:1/nobody", "")
                .invoked(0);
        hosted.swap(MockCompiler.compile(calling.environment()).mock());
        Wire.ask(port, "POST /pay HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
        await().until(() -> calls().size() == 2);
        List<CallbackReport> calls = calls();
        assertThat(calls)
                .extracting(CallbackReport::url)
                .containsExactlyInAnyOrder("/hook", "http://127.0.0.1:1/nobody");
        CallbackReport own =
                calls.stream().filter(call -> call.status() == 200).findFirst().orElseThrow();
        assertThat(own.responseBody().text()).contains("heard");
        assertThat(calls).anyMatch(call -> call.status() == 0 && call.failure().contains("ECONNREFUSED"));
    }
}
