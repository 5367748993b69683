package dev.understudy.hosting.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.environment.Schema;
import dev.understudy.hosting.outbound.Upstream;
import dev.understudy.hosting.runtime.HostingResources;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.runtime.TestWorlds;
import dev.understudy.mock.MockFixture;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Ids and amounts that JavaScript's numbers would change, on their way to other servers and back.
class LongNumbersIT {

    private static final String ORDER = "{\"id\":1945044589271781376,\"price\":0.1234567890123456789}";

    @Test
    @DisplayName("J60 bodies of forwarded requests, of their answers and of callbacks keep all digits")
    void otherServers() throws Exception {
        try (Upstream upstream = Upstream.saying(Upstream.ok(ORDER));
                HostingResources resources = TestWorlds.resources();
                WireServer server = new WireServer(Clock.systemUTC(), WireLimits.DEFAULT)) {
            MockRuntime mock = TestWorlds.hosted(
                    new MockFixture()
                            .setting(Schema.ENVIRONMENT_PROXY, true)
                            .setting(Schema.ENVIRONMENT_PROXY_HOST, upstream.url(""))
                            .callback("post", upstream.url("/hook"), "{\"order\":{{{body}}},\"id\":{{{body 'id'}}} }")
                            .route("post", "orders", "taken")
                            .invoked(0)
                            .compile(),
                    resources);
            try (WireServer.Binding bound = server.bind(InetAddress.getLoopbackAddress(), 0, mock, Optional.empty())) {
                assertThat(post(bound.port(), "/elsewhere")).endsWith(ORDER);
                assertThat(upstream.requests())
                        .singleElement()
                        .asString()
                        .startsWith("POST /elsewhere ")
                        .endsWith(ORDER);
                assertThat(post(bound.port(), "/orders")).endsWith("taken");
                await().untilAsserted(() -> assertThat(upstream.requests())
                        .last()
                        .asString()
                        .startsWith("POST /hook ")
                        .endsWith("{\"order\":" + ORDER + ",\"id\":1945044589271781376 }"));
            }
        }
    }

    private static String post(int port, String path) throws Exception {
        return Wire.ask(
                port,
                "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                        + ORDER.length() + "\r\n\r\n" + ORDER);
    }
}
