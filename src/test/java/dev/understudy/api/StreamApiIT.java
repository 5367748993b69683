package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.ApiClient.Reply;
import dev.understudy.api.EventReader.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@Timeout(60)
@ApiServerTest
class StreamApiIT {

    @Autowired
    private ApiWorld world;

    private ApiWorld.Person owner;
    private ApiClient api;
    private String id;
    private String root;

    @BeforeEach
    void anEnvironment() {
        owner = world.owner();
        api = owner.client();
        id = api.create("");
        root = api.root(id);
    }

    private Reply rename(Object name) {
        return api.edit(id, """
                {"op":"set","node":"%s","field":"name","value":"%s"}""".formatted(root, name));
    }

    private static List<Long> revisions(EventReader events, int count) throws InterruptedException {
        List<Long> revisions = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            Event event = events.next("change");
            assertThat(event.data().path("revision").asString()).isEqualTo(event.id());
            revisions.add(Long.valueOf(event.id()));
        }
        return revisions;
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    @DisplayName("A20 a change comes with revision, author, client, number, time and what was committed")
    void form() throws Exception {
        try (EventReader events = api.follow(id, "?since=1")) {
            assertThat(events.status()).isEqualTo(200);
            assertThat(events.header("Content-Type")).startsWith("text/event-stream");
            api.edits(
                    id,
                    "c-7",
                    17,
                    1,
                    "{\"op\":\"set\",\"node\":\"%s\",\"field\":\"name\",\"value\":\"A\\nb\"}".formatted(root));
            Event event = events.next("change");
            assertThat(event.id()).isEqualTo("2");
            JsonNode data = event.data();
            assertThat(data.propertyNames())
                    .containsExactlyInAnyOrder("revision", "author", "client", "seq", "at", "edits");
            assertThat(data.path("author").propertyNames()).containsExactlyInAnyOrder("id", "displayName");
            assertThat(data.path("author").path("id").asString())
                    .isEqualTo(owner.actor().user().toString());
            assertThat(data.path("client").asString()).isEqualTo("c-7");
            assertThat(data.path("seq").asInt()).isEqualTo(17);
            assertThat(data.path("at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
            assertThat(data.path("edits").path(0).path("value").asString()).isEqualTo("A\nb");
            assertThat(data.path("edits").path(0).has("inverse")).isFalse();
        }
    }

    @Test
    @DisplayName("A20 the changes of several writers come in the order of their revisions, without gaps")
    void order() throws Exception {
        int writers = 4;
        int each = 25;
        try (EventReader live = api.follow(id, "?since=0")) {
            List<Thread> threads = IntStream.range(0, writers)
                    .mapToObj(writer -> Thread.startVirtualThread(() -> {
                        for (int seq = 1; seq <= each; seq++) {
                            api.edits(
                                    id,
                                    "w" + writer,
                                    seq,
                                    1,
                                    "{\"op\":\"set\",\"node\":\"%s\",\"field\":\"name\",\"value\":\"%d %d\"}"
                                            .formatted(root, writer, seq));
                        }
                    }))
                    .toList();
            assertThat(revisions(live, writers * each + 1)).isEqualTo(range(1, writers * each + 1));
            for (Thread thread : threads) {
                thread.join();
            }
        }
        try (EventReader later = api.follow(id, "?since=0")) {
            assertThat(revisions(later, writers * each + 1)).isEqualTo(range(1, writers * each + 1));
        }
    }

    @Test
    @DisplayName("A20 the log starts with the adds of every node")
    void start() throws Exception {
        try (EventReader events = api.follow(id, "?since=0")) {
            JsonNode first = events.next("change").data();
            assertThat(first.path("revision").asInt()).isEqualTo(1);
            assertThat(first.path("edits").path(0).path("op").asString()).isEqualTo("add");
            assertThat(first.path("edits").path(0).path("node").asString()).isEqualTo(root);
        }
    }

    @Test
    @DisplayName("A20 without a revision only what is new comes")
    void withoutRevision() throws Exception {
        rename("Old");
        try (EventReader events = api.follow(id, "")) {
            events.next("presence");
            rename("New");
            assertThat(events.next("change").id()).isEqualTo("3");
        }
    }

    @Test
    @DisplayName("A20 Last-Event-ID goes on where a stream broke off, whatever the address says")
    void resume() throws Exception {
        IntStream.range(0, 9).forEach(this::rename);
        String last;
        try (EventReader first = api.follow(id, "?since=0")) {
            assertThat(revisions(first, 3)).isEqualTo(range(1, 3));
            last = first.next("change").id();
        }
        rename("Meanwhile");
        try (EventReader second = api.follow(id, "?since=0", "Last-Event-ID", last)) {
            assertThat(revisions(second, 7)).isEqualTo(range(5, 11));
        }
    }

    @Test
    @DisplayName("A21 A30 who is there comes at once, and again when somebody comes or moves")
    void presence() throws Exception {
        String path = "/environments/" + id + "/presence";
        try (EventReader events = api.follow(id, "")) {
            Event first = events.next("presence");
            assertThat(first.id()).isEmpty();
            assertThat(first.data().path("participants")).isEmpty();
            assertThat(api.put(path, "{\"client\":\"c\"}").status()).isEqualTo(204);
            JsonNode here = events.next("presence").data().path("participants").path(0);
            assertThat(here.propertyNames()).contains("id", "displayName", "colour", "node", "field");
            assertThat(here.path("id").asString())
                    .isEqualTo(owner.actor().user().toString());
            assertThat(here.path("displayName").asString()).isEqualTo("Ana");
            assertThat(here.path("node").isNull()).isTrue();
            api.put(path, "{\"client\":\"c\",\"node\":\"%s\",\"field\":\"name\"}".formatted(root));
            here = events.next("presence").data().path("participants").path(0);
            assertThat(here.path("node").asString()).isEqualTo(root);
            assertThat(here.path("field").asString()).isEqualTo("name");
        }
        assertThat(api.get("/environments/" + id).json().path("connected").asInt())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("A22 the state of the listener comes at once, and again when it changes")
    void listener() throws Exception {
        try (EventReader events = api.follow(id, "")) {
            assertThat(events.next("listener").data().path("state").asString()).isEqualTo("stopped");
            ApiClient.Reply answer = api.put("/environments/" + id + "/listener", "{}");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            JsonNode started = answer.json();
            JsonNode running = events.next("listener", event -> event.text().contains("running"))
                    .data();
            assertThat(running.path("port")).isEqualTo(started.path("port"));
            assertThat(running.path("url")).isEqualTo(started.path("url"));
            api.delete("/environments/" + id + "/listener");
            events.next("listener", event -> event.text().contains("stopped"));
        }
    }

    @Test
    @DisplayName("A23 a quiet stream sends a comment every 15 s at least")
    void pace() throws Exception {
        assertThat(StreamPace.USUAL.keepAlive()).isLessThan(Duration.ofSeconds(15));
        try (EventReader events = api.follow(id, "")) {
            assertThat(events.next(":").text()).startsWith(":");
        }
    }

    @Test
    @DisplayName("A27 a client that reads nothing holds up nobody, and misses nothing")
    void slowReader() throws Exception {
        int changes = 120;
        String large = "x".repeat(200_000);
        try (Socket slow = new Socket();
                EventReader quick = api.follow(id, "?since=1")) {
            slow.setReceiveBufferSize(4_096);
            slow.setSoTimeout(20_000);
            slow.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), URI.create(api.base()).getPort()));
            slow.getOutputStream().write("""
                    GET /api/v1/environments/%s/changes?since=1 HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    \r
                    """.formatted(id, api.token()).getBytes(StandardCharsets.UTF_8));
            UUID bucket = UUID.randomUUID();
            api.edit(
                    id,
                    "{\"op\":\"add\",\"node\":\"%s\",\"kind\":\"bucket\",\"parent\":\"%s\"}".formatted(bucket, root));
            long longest = 0;
            for (int change = 1; change < changes; change++) {
                long start = System.nanoTime();
                Reply reply = api.edits(
                        id,
                        "c",
                        change,
                        change + 1L,
                        "{\"op\":\"set\",\"node\":\"%s\",\"field\":\"value\",\"value\":\"%d%s\"}"
                                .formatted(bucket, change, large));
                longest = Math.max(longest, System.nanoTime() - start);
                assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            }
            assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(5));
            assertThat(revisions(quick, changes)).isEqualTo(range(2, changes + 1));
            assertThat(revisions(slow, changes)).isEqualTo(range(2, changes + 1));
        }
    }

    private static List<Long> revisions(Socket socket, int count) throws IOException {
        List<Long> revisions = new ArrayList<>();
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        while (revisions.size() < count) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("The stream ended after " + revisions);
            }
            if (line.startsWith("id: ")) {
                revisions.add(Long.valueOf(line.substring("id: ".length())));
            }
        }
        return revisions;
    }
}
