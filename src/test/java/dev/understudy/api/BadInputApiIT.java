package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.ApiClient.Reply;
import dev.understudy.api.RawHttp.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/// What no honest client sends. Each case gets an answer that says what is wrong, changes nothing, and leaves the room
/// as useful as before.
@ApiServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputApiIT {

    private static final AtomicInteger CASES = new AtomicInteger();

    private final Map<String, String> words = new HashMap<>();

    @Value("${understudy.listener.ports}")
    private String ports;

    @Autowired
    private ApiWorld world;

    private ApiClient api;
    private String id;
    private String root;

    @BeforeAll
    void aRoomInUse() {
        api = world.owner().client();
        id = api.create("");
        root = api.root(id);
        words.putAll(Map.of("ENV", id, "ROOT", root));
        for (String name : List.of("OUTER", "INNER", "GONE", "AGAIN")) {
            words.put(name, UUID.randomUUID().toString());
        }
        String add = "{\"op\":\"add\",\"node\":\"%s\",\"kind\":\"folder\",\"parent\":\"%s\"}";
        String outer = add.formatted(words.get("OUTER"), root);
        String inner = add.formatted(words.get("INNER"), words.get("OUTER"));
        api.edit(id, outer + "," + inner + "," + add.formatted(words.get("GONE"), root));
        api.edit(id, "{\"op\":\"remove\",\"node\":\"%s\"}".formatted(words.get("GONE")));
        assertThat(api.revision(id)).isEqualTo(3);
    }

    @AfterAll
    static void count() {
        System.out.println("Bad input: " + CASES + " cases tried");
    }

    static Stream<BadInput> cases() {
        return BadInput.all().stream();
    }

    @ParameterizedTest(name = "A19 {0}")
    @MethodSource("cases")
    @DisplayName("A19 A25 bad input is answered with what is wrong, changes nothing, and the room goes on")
    void bad(BadInput bad) throws Exception {
        long revision = api.revision(id);
        words.put("HEAD", Long.toString(revision));
        words.put("FRESH", UUID.randomUUID().toString());
        Answer answer = send(bad.with(words));
        assertThat(answer.status()).as(answer.body()).isEqualTo(bad.status());
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("code").asString()).isEqualTo(bad.code());
        assertThat(problem.path("detail").asString())
                .hasSizeBetween(10, 400)
                .endsWith(".")
                .doesNotContain("Exception", "jackson");
        assertThat(api.revision(id)).isEqualTo(revision);
        assertTheRoomGoesOn();
        CASES.incrementAndGet();
    }

    private Answer send(BadInput bad) throws IOException {
        String[] headers = Stream.concat(bad.headers().stream(), Stream.of("Content-Type: application/json"))
                .toArray(String[]::new);
        return new RawHttp(api).call(bad.method(), "/api/v1" + bad.path(), bad.bytes(), headers);
    }

    private void assertTheRoomGoesOn() {
        Reply reply = api.edit(
                id,
                "{\"op\":\"set\",\"node\":\"%s\",\"field\":\"name\",\"value\":\"%s\"}"
                        .formatted(root, UUID.randomUUID()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    @Test
    @DisplayName("A31 a port that another program has is refused, with what to do, and the room goes on")
    void portTaken() throws IOException {
        try (ServerSocket taken = boundInRange()) {
            Reply reply = api.put("/environments/" + id + "/listener", "{\"port\":" + taken.getLocalPort() + "}");
            assertThat(reply.status()).as(reply.body()).isEqualTo(409);
            assertThat(reply.code()).isEqualTo("port-unavailable");
            assertThat(reply.json().path("port").asInt()).isEqualTo(taken.getLocalPort());
            assertThat(reply.json().path("detail").asString()).contains("taken", ports.replace('-', '–'));
        }
        JsonNode listener = api.get("/environments/" + id + "/listener").json();
        assertThat(listener.path("state").asString()).isEqualTo("stopped");
        assertTheRoomGoesOn();
    }

    /// The last of the ports that listeners may have: no environment is that far.
    private ServerSocket boundInRange() throws IOException {
        int last = Integer.parseInt(ports.substring(ports.indexOf('-') + 1));
        return new ServerSocket(last, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    @DisplayName("A19 the parser's own words about itself are kept back")
    void plainWords() {
        for (String body : List.of("{", "{} {}", "{\"a\":NaN}", "/* no */ {}", "nonsense", "{\"a\":01}")) {
            Reply reply = api.post("/environments/" + id + "/edits", body);
            assertThat(reply.json().path("detail").asString()).doesNotContain("`", "REDACTED", "Feature");
            assertThat(reply.json().path("place").asString()).startsWith("line 1, column ");
        }
    }
}
