package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.server.heavy.HastyWorkshop;
import dev.understudy.server.heavy.Workshop;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestPropertySource;

/// A server that waits a second where the real one waits a minute, and for which heavy work can take its whole time at
/// once.
@ApiServerTest
@TestPropertySource(properties = "server.tomcat.connection-timeout=1s")
@Import(ImpatientServerIT.Impatience.class)
class ImpatientServerIT {

    /// Far longer than the server's patience.
    private static final Duration LONG = Duration.ofSeconds(40);

    private static final String MARK = "X-Marked";
    private static final int LARGE = 12 * 1024 * 1024;

    /// What the server does, seen from inside.
    @TestConfiguration
    static class Impatience {

        final AtomicBoolean hasty = new AtomicBoolean();

        /// How many requests with the mark are under way.
        final AtomicInteger marked = new AtomicInteger();

        @Bean
        @Primary
        Workshop hastyWorkshop() {
            return HastyWorkshop.create(hasty::get);
        }

        @Bean
        FilterRegistrationBean<Filter> counted() {
            Filter filter = (request, response, chain) -> {
                boolean counts = request instanceof HttpServletRequest http && http.getHeader(MARK) != null;
                marked.addAndGet(counts ? 1 : 0);
                try {
                    chain.doFilter(request, response);
                } finally {
                    marked.addAndGet(counts ? -1 : 0);
                }
            };
            FilterRegistrationBean<Filter> first = new FilterRegistrationBean<>(filter);
            first.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return first;
        }
    }

    @Autowired
    private ApiWorld world;

    @Autowired
    private Impatience impatience;

    @Autowired
    private MeterRegistry metrics;

    private ApiClient client;

    @BeforeEach
    void somebody() {
        impatience.hasty.set(false);
        client = world.owner().client();
    }

    @Test
    @DisplayName("A37 what took its time is 413 with what to do, and changes nothing")
    void timeOver() {
        String rows = IntStream.range(0, 5_000)
                .mapToObj(row -> "{\"key\":\"X-%d\",\"value\":\"\"}".formatted(row))
                .collect(Collectors.joining(","));
        String document = "{\"lastMigration\":33,\"name\":\"Large\",\"routes\":[],\"headers\":[" + rows + "]}";
        String id = client.create(document);
        String before = client.get("/environments").body();
        String path = "/environments/" + id + "/document";
        String etag = client.get(path).header("ETag");
        impatience.hasty.set(true);

        assertTimeOver(client.post("/environments", document), "The import");
        assertTimeOver(client.put(path, document.replace("Large", "Other"), "If-Match", etag), "The replacement");
        assertTimeOver(client.get("/environments/" + id + "/openapi.json"), "The export");
        String edits = IntStream.range(0, 4_000)
                .mapToObj(
                        "{\"op\":\"set\",\"node\":\"00000000-0000-0000-0000-000000000000\",\"field\":\"name\",\"value\":\"%d\"}"
                                ::formatted)
                .collect(Collectors.joining(","));
        assertThat(edits.length()).isGreaterThan(EditsController.SMALL_BYTES);
        assertTimeOver(client.edits(id, "c-1", 1, 1, edits), "The reading of the edits");

        impatience.hasty.set(false);
        assertThat(client.get("/environments").body()).isEqualTo(before);
        assertThat(client.put(path, document, "If-Match", etag).status()).isEqualTo(200);
    }

    private static void assertTimeOver(ApiClient.Reply reply, String what) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(413);
        assertThat(reply.code()).isEqualTo("environment-too-large");
        assertThat(reply.json().path("detail").asString())
                .startsWith(what + " took more than 10 seconds")
                .contains("Split it");
    }

    @Test
    @DisplayName("P38 who asks for a large answer and takes nothing of it is cut off")
    void slowReader() throws Exception {
        String id = client.create(large());
        try (Socket reader = connection()) {
            send(reader, "GET /api/v1/environments/" + id + "/document HTTP/1.1\r\n" + MARK + ": yes\r\n", "");
            await().atMost(LONG).until(() -> impatience.marked.get() == 1);
            await().atMost(LONG).until(() -> impatience.marked.get() == 0);
            assertThat(left(reader)).isLessThan(LARGE);
        }
        assertThat(client.get("/environments/" + id + "/document").body()).hasSizeGreaterThan(LARGE);
    }

    @Test
    @DisplayName("P38 who follows an environment and takes nothing of what happens is cut off")
    void slowFollower() throws Exception {
        String id = client.create("");
        String root = client.root(id);
        try (Socket follower = connection()) {
            send(follower, "GET /api/v1/environments/" + id + "/changes HTTP/1.1\r\n", "");
            await().atMost(LONG).until(() -> streams() == 1);
            for (int edit = 0; edit < LARGE / 1_000_000; edit++) {
                String text = String.valueOf(edit % 10).repeat(1_000_000);
                String change = "{\"op\":\"set\",\"node\":\"%s\",\"field\":\"documentation\",\"value\":\"%s\"}"
                        .formatted(bucket(id, root, edit), text);
                assertThat(client.edit(id, change.replace("documentation", "value"))
                                .status())
                        .isEqualTo(200);
            }
            await().atMost(LONG).until(() -> streams() == 0);
            assertThat(left(follower)).isLessThan(LARGE);
        }
    }

    private String bucket(String id, String root, int number) {
        String node = "00000000-0000-4000-8000-%012d".formatted(number);
        String add = "{\"op\":\"add\",\"node\":\"%s\",\"kind\":\"bucket\",\"parent\":\"%s\",\"fields\":{}}"
                .formatted(node, root);
        assertThat(client.edit(id, add).status()).isEqualTo(200);
        return node;
    }

    @Test
    @DisplayName("P38 who sends half a head, or half a body, and then nothing is cut off")
    void slowSender() throws Exception {
        try (Socket head = connection();
                Socket body = connection()) {
            head.getOutputStream().write("GET /api/v1/me HTTP/1.1\r\nHo".getBytes(StandardCharsets.US_ASCII));
            send(
                    body,
                    "POST /api/v1/environments HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n",
                    "{\"name\":");
            assertThat(left(head)).isLessThan(10_000);
            assertThat(left(body)).isLessThan(10_000);
        }
        assertThat(client.get("/environments").json().path("environments")).isEmpty();
    }

    private double streams() {
        return metrics.get("understudy.streams").gauge().value();
    }

    /// With room for so little that the server soon waits for the client.
    private Socket connection() throws IOException {
        URI base = URI.create(world.base());
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout((int) LONG.toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), base.getPort()));
        return socket;
    }

    private void send(Socket socket, String start, String body) throws IOException {
        String request = start + "Host: localhost\r\nAuthorization: Bearer " + client.token() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /// How many bytes still come, until the other side has ended the connection.
    private static long left(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[64 * 1024];
        long bytes = 0;
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes += count;
            }
        } catch (java.net.SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return bytes;
    }

    private static String large() {
        String text = "x".repeat(LARGE / 3);
        return "{\"lastMigration\":33,\"name\":\"Large\",\"routes\":[],\"data\":["
                + IntStream.range(0, 3).mapToObj(number -> bucket(number, text)).collect(Collectors.joining(","))
                + "]}";
    }

    private static String bucket(int number, String text) {
        return "{\"uuid\":\"00000000-0000-4000-8000-00000000000%d\",\"id\":\"b%d\",\"name\":\"B\",\"value\":\"%s\"}"
                .formatted(number, number, text);
    }
}
