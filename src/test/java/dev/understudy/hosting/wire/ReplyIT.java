package dev.understudy.hosting.wire;

import static dev.understudy.mock.TestReplies.call;
import static dev.understudy.mock.TestReplies.calling;
import static dev.understudy.mock.TestReplies.text;
import static dev.understudy.mock.TestReplies.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.understudy.environment.Schema;
import dev.understudy.hosting.heavy.HeavyThreads;
import dev.understudy.hosting.outbound.Upstream;
import dev.understudy.hosting.runtime.HostingResources;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.runtime.TestWorlds;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.MockFixture;
import dev.understudy.mock.exchange.MockOutcome;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.ReplyCost;
import dev.understudy.traffic.CallbackReport;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.Mishap;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReplyIT {

    private final HostingResources resources = TestWorlds.resources();
    private final WireServer server = new WireServer(Clock.systemUTC(), WireLimits.DEFAULT);
    private final List<AutoCloseable> opened = new ArrayList<>(List.of(resources, server));
    private MockRuntime hosted;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    @DisplayName("L44 a request that goes on to another server comes back with its answer")
    void proxied() throws Exception {
        Upstream upstream = upstream(Upstream.ok("from there"));
        int port = listen(proxyTo(upstream.url("/base")));
        assertThat(Wire.ask(port, "POST /x?y=1 HTTP/1.1\r\nHost: mine\r\nX-Own: 1\r\nContent-Length: 4\r\n\r\nbody"))
                .startsWith("HTTP/1.1 200")
                .endsWith("from there");
        assertThat(upstream.requests().getFirst())
                .startsWith("POST /base/x?y=1 HTTP/1.1\r\n")
                .containsIgnoringCase("\r\nhost: 127.0.0.1:" + upstream.port() + "\r\n")
                .containsIgnoringCase("\r\nX-Own: 1\r\n")
                .contains("\r\nconnection: close\r\n")
                .endsWith("\r\n\r\nbody");
        assertThat(hosted.traffic().exchanges()).extracting(Exchange::proxied).containsExactly(true);
    }

    @Test
    @DisplayName("L44 where there is no answer the client gets 504")
    void proxyFails() throws Exception {
        int port = listen(proxyTo("http://127.0.0.1:1"));
        assertThat(Wire.get(port, "/"))
                .startsWith("HTTP/1.1 504")
                .endsWith(": Error: connect ECONNREFUSED 127.0.0.1:1");
    }

    @Test
    @DisplayName("L44 P48 an address that only a look-up gave is not told to clients, but to those who see the log")
    void proxyFailsAtAName() throws Exception {
        int port = listen(proxyTo("http://localhost:1"));
        assertThat(Wire.get(port, "/"))
                .startsWith("HTTP/1.1 504")
                .endsWith("trying to proxy to http://localhost:1 /: Error: connect ECONNREFUSED");
        assertThat(hosted.traffic().mishaps().toString()).containsPattern("ECONNREFUSED (127\\.0\\.0\\.1|\\[?[0:]*:1)");
    }

    @Test
    @DisplayName("L46 callbacks go out with the headers of the reference, and the answer waits for none of them")
    void callbacks() throws Exception {
        Upstream upstream = upstream(Upstream.ok("thanks"));
        Upstream silent = upstream("<hold>");
        int port = listen(_ -> calling(
                "answer",
                call("POST", silent.url("/"), "x", 0),
                call("POST", upstream.url("/hook"), "{}", 0),
                call("GET", upstream.url("/late"), "", 300)));
        assertThat(Wire.get(port, "/")).endsWith("answer");
        await().until(() -> upstream.requests().size() == 2);
        assertThat(upstream.requests())
                .containsExactly(
                        "POST /hook HTTP/1.1\r\nhost: 127.0.0.1:" + upstream.port()
                                + "\r\nconnection: keep-alive\r\nX-Own: 1\r\ncontent-type: text/plain;charset=UTF-8\r\naccept: */*\r\n"
                                + "accept-language: *\r\nsec-fetch-mode: cors\r\nuser-agent: node\r\n"
                                + "accept-encoding: gzip, deflate\r\ncontent-length: 2\r\n\r\n{}",
                        "GET /late HTTP/1.1\r\nhost: 127.0.0.1:" + upstream.port()
                                + "\r\nconnection: keep-alive\r\nX-Own: 1\r\naccept: */*\r\naccept-language: *\r\nsec-fetch-mode: cors\r\n"
                                + "user-agent: node\r\naccept-encoding: gzip, deflate\r\n\r\n");
        await().untilAsserted(() -> assertThat(hosted.traffic().callbacks())
                .extracting(CallbackReport::url, CallbackReport::status)
                .contains(tuple(upstream.url("/hook"), 200), tuple(upstream.url("/late"), 200)));
        hosted.close();
        await().untilAsserted(() -> assertThat(hosted.traffic().mishaps())
                .extracting(Mishap::message)
                .containsExactly("Error while executing callback: the mock was stopped"));
    }

    @Test
    @DisplayName("L46 a callback that begins with a slash goes to the mock itself")
    void callsItself() throws Exception {
        AtomicReference<String> heard = new AtomicReference<>("");
        int port = listen(request -> {
            if (request.rawPath().equals("/hook")) {
                heard.set(request + " " + new String(request.body(), StandardCharsets.UTF_8));
                return text("heard");
            }
            return calling("answer", call("PUT", "/hook?a=b", "news", 0));
        });
        Wire.get(port, "/");
        await().untilAtomic(heard, equalTo("PUT /hook?a=b news"));
    }

    @Test
    @DisplayName("L47 work that is not known to be quick is done beside the I/O threads")
    void workElsewhere() throws Exception {
        AtomicReference<String> where = new AtomicReference<>("");
        ReplyCost cost = new ReplyCost();
        int port = listen(_ -> work(cost, () -> {
            where.set(Thread.currentThread().getName());
            return text("worked");
        }));
        assertThat(Wire.get(port, "/")).endsWith("worked");
        assertThat(where.get()).startsWith("heavy-");
        for (int i = 0; i < ReplyCost.RUNS; i++) {
            cost.took(1);
        }
        assertThat(Wire.get(port, "/")).endsWith("worked");
        assertThat(where.get()).startsWith("listeners I/O");
    }

    @Test
    @DisplayName("L27 work that fails gives 500 without details")
    void failingWork() throws Exception {
        int port = listen(_ -> work(new ReplyCost(), () -> {
            throw new IllegalStateException("on purpose");
        }));
        assertThat(Wire.get(port, "/")).startsWith("HTTP/1.1 500").doesNotContain("on purpose");
    }

    @Test
    @DisplayName("L48 a mock at full load gets 503 with a sentence; another one answers all the while")
    void nobodyStarves() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        int greedy = listen(_ -> work(new ReplyCost(), () -> {
            try {
                end.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return text("at last");
        }));
        int calm = listen(_ -> work(new ReplyCost(), () -> text("calm")));
        List<Wire> clients = new ArrayList<>();
        int most = HeavyThreads.MAX_WAITING + Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < most; i++) {
            Wire client = new Wire(greedy);
            clients.add(client);
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        }
        await().untilAsserted(() -> assertThat(Wire.get(greedy, "/"))
                .startsWith("HTTP/1.1 503 Service Unavailable")
                .endsWith("This mock has more work waiting than it may; try again in a moment, or make its templates do"
                        + " less"));
        for (int i = 0; i < 20; i++) { // the greedy mock is busy until the latch opens: a late answer would never come
            assertThat(Wire.get(calm, "/")).endsWith("calm");
        }
        end.countDown();
        assertThat(clients.getFirst().response()).endsWith("at last");
        for (Wire client : clients) {
            client.close();
        }
    }

    private static CompiledMock proxyTo(String url) {
        return new MockFixture()
                .setting(Schema.ENVIRONMENT_PROXY, true)
                .setting(Schema.ENVIRONMENT_PROXY_HOST, url)
                .compile();
    }

    private int listen(Function<MockRequest, MockOutcome> mock) throws Exception {
        return listen(TestWorlds.playing(mock, resources));
    }

    private int listen(CompiledMock mock) throws Exception {
        return listen(TestWorlds.hosted(mock, resources));
    }

    private int listen(MockRuntime started) throws Exception {
        hosted = started;
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
