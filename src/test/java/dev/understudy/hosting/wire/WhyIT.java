package dev.understudy.hosting.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.environment.Schema;
import dev.understudy.hosting.runtime.HostingResources;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.runtime.TestWorlds;
import dev.understudy.mock.MockCompiler;
import dev.understudy.mock.MockFixture;
import dev.understudy.traffic.Exchange;
import dev.understudy.why.Line;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhyIT {

    private final HostingResources resources = TestWorlds.resources();
    private final WireServer server = new WireServer(Clock.systemUTC(), WireLimits.DEFAULT);
    private final MockFixture fixture = new MockFixture()
            .route("get", "keys", "known")
            .rule("header", "X-Api-Key", "equals", "other")
            .rule("templating", "it is {{header 'X-Api-Key'}}", "equals", "other")
            .response(200, "all")
            .ofResponse(Schema.RESPONSE_DEFAULT, true)
            .route("get", "slow", "late")
            .ofResponse(Schema.RESPONSE_LATENCY, 120);
    private MockRuntime hosted;
    private WireServer.Binding binding;

    @BeforeEach
    void listen() throws Exception {
        hosted = TestWorlds.hosted(fixture.compile(), resources);
        binding = server.bind(InetAddress.getLoopbackAddress(), 0, hosted, Optional.empty());
    }

    @AfterEach
    void close() {
        binding.close();
        hosted.close();
        server.close();
        resources.close();
    }

    private Exchange exchange() {
        await().until(() -> !hosted.traffic().exchanges().isEmpty());
        return hosted.traffic().exchanges().getLast();
    }

    @Test
    @DisplayName("L56 an exchange tells how long its answer took, a delay included")
    void duration() throws Exception {
        Wire.get(binding.port(), "/slow");
        assertThat(exchange().durationMillis()).isBetween(110L, 10_000L);
        Wire.get(binding.port(), "/nothing");
        assertThat(exchange().durationMillis()).isBetween(0L, 5_000L);
    }

    @Test
    @DisplayName("L58 what a rule saw of a key is not told, in whichever text it stood")
    void secrets() throws Exception {
        Wire.ask(binding.port(), "GET /keys HTTP/1.1\r\nHost: x\r\nX-Api-Key: s3cr3t\r\n\r\n");
        Line line = exchange().why().lines().getFirst();
        assertThat(line.checks())
                .extracting(check -> check.compared().orElse(""))
                .containsExactly("[REDACTED]", "it is [REDACTED]");
        assertThat(exchange().why().toString()).doesNotContain("s3cr3t");
    }

    @Test
    @DisplayName("L53 what a version answered is explained by that version, also after another one took its place")
    void versions() throws Exception {
        Wire.get(binding.port(), "/slow");
        Wire.get(binding.port(), "/fast");
        hosted.swap(MockCompiler.compile(
                        new MockFixture().route("get", "fast", "now").environment())
                .mock());
        assertThat(exchange().why().summary()).isEqualTo("nothing matched · nearest: keys");
        assertThat(hosted.traffic().exchanges().getFirst().why().summary()).isEqualTo("answered by 200");
        Wire.get(binding.port(), "/fast");
        assertThat(exchange().why().summary()).isEqualTo("answered by 200");
    }
}
