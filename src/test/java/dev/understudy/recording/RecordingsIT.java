package dev.understudy.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Schema;
import dev.understudy.format.HarArchive;
import dev.understudy.format.HarImport;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.TwoProcesses;
import dev.understudy.hosting.outbound.Upstream;
import dev.understudy.mock.MockFixture;
import dev.understudy.observed.Findings;
import dev.understudy.observed.Manner;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.Forbidden;
import dev.understudy.team.Role;
import dev.understudy.team.TestAccess;
import dev.understudy.team.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The server records what other servers answer, once for everybody")
class RecordingsIT extends TwoProcesses {

    private static final Actor BEN = TestAccess.actor("Ben");
    private static final Manner GROUPED = new Manner(true, true, false);
    private static final AtomicLong SEQ = new AtomicLong();

    private final HttpClient client = HttpClient.newHttpClient();
    private RealServer real;
    private TestRecordings here;
    private TestRecordings there;
    private Access ben;
    private int port;

    @BeforeEach
    void proxy() throws IOException {
        real = new RealServer();
        here = new TestRecordings(host, Clock.systemUTC());
        there = new TestRecordings(other, Clock.systemUTC());
        ben = TestProcess.access(environment, BEN);
        set(Schema.ENVIRONMENT_PROXY_HOST, real.url());
        set(Schema.ENVIRONMENT_PROXY, true);
        port = ((ListenerState.Running) host.listeners.start(ana, Optional.empty())).port();
        await().until(() -> ask("/api/ready").statusCode() == 200);
    }

    @AfterEach
    void end() {
        here.close();
        there.close();
        real.close();
        client.close();
    }

    private void set(Field<?> field, Object value) {
        var room = host.process.rooms.open(ana);
        var root = room.snapshot().environment().root().id();
        room.submit(
                new Change(
                        "c",
                        SEQ.incrementAndGet(),
                        room.snapshot().revision(),
                        List.of(new Edit.Set(root, field.key(), value))),
                ana);
    }

    private HttpResponse<byte[]> ask(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private Environment document() {
        return host.process.rooms.open(ana).newest().environment();
    }

    private List<String> endpoints() {
        return document().nodes().stream()
                .filter(node -> node.kind() == Kind.ROUTE)
                .map(node -> node.get(Schema.ROUTE_ENDPOINT))
                .sorted()
                .toList();
    }

    private Recording recording() {
        return here.all.find(ana).orElseThrow();
    }

    private void awaitRequests(int requests) {
        await().atMost(Duration.ofSeconds(20)).until(() -> recording().requests() == requests);
    }

    @Test
    @DisplayName(
            "L140 L142 two who record 200 requests at once and add them at once get each route once, with whole bodies")
    void together() throws Exception {
        List<String> paths = new ArrayList<>(List.of("/api/large.bin", "/api/large.txt", "/api/zipped"));
        for (int number = 0; paths.size() < 200; number++) {
            paths.add(
                    switch (number % 4) {
                        case 0 -> "/api/orders/" + number;
                        case 1 -> "/api/missing/" + number;
                        case 2 -> "/api/list?page=" + number;
                        default -> "/api/word" + "abcdefghijklmnopqrstuvwxyz".charAt(number % 26) + "/x" + number + "x";
                    });
        }
        atOnce(() -> here.all.start(ana), () -> there.all.start(ben));
        assertThat(here.all.find(ana).orElseThrow().id())
                .isEqualTo(there.all.find(ben).orElseThrow().id());
        atOnce(() -> askAll(paths), () -> askAll(paths));
        awaitRequests(200);
        await().until(() -> recording().taken() == 400);
        there.all.stop(ben);
        assertThat(recording().stopped().orElseThrow().by()).contains("Ben");
        Findings findings = here.all.look(ana, GROUPED);
        assertThat(findings.notes()).containsExactly("Headers that hold secrets are left out: set-cookie.");
        long before = host.process.rooms.open(ana).newest().revision();
        atOnce(() -> here.all.learn(ana, GROUPED, _ -> true), () -> there.all.learn(ben, GROUPED, _ -> true));
        assertThat(host.process.rooms.open(ana).newest().revision()).isEqualTo(before + 1);
        assertThat(endpoints()).doesNotHaveDuplicates().contains("orders/:id", "missing/:id", "list", "zipped");
        assertThat(here.all.find(ana)).isEmpty();
        assertThat(document().nodes().toString()).doesNotContain("hunter22");
        set(Schema.ENVIRONMENT_PROXY, false);
        await().until(() -> ask("/api/unheard-of").statusCode() == 404);
        int asked = real.asked.size();
        for (String path : paths) {
            HttpResponse<byte[]> answer = ask(path);
            RealServer.Content wanted = real.content(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(wanted.status());
            assertThat(answer.body()).as(path).isEqualTo(wanted.bytes());
            assertThat(answer.headers().firstValue("X-Server")).contains("real");
        }
        assertThat(real.asked).hasSize(asked);
    }

    @Test
    @DisplayName(
            "L142 F48 saved as an archive with whole bodies, it becomes routes of another environment that answer the same")
    void archived() throws Exception {
        List<String> paths =
                List.of("/api/large.bin", "/api/zipped", "/api/missing/1", "/api/list?page=1", "/api/list?page=2");
        here.all.start(ana);
        for (String path : paths) {
            ask(path + (path.contains("?") ? "&" : "?") + "token=hunter22");
        }
        awaitRequests(5);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordingHar.write(here.all.source(ana), real.url(), Instant.EPOCH, out);
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).doesNotContain("hunter22");
        HarArchive archive = ((HarArchive.Reading.Read) HarImport.read(out.toByteArray(), _ -> {})).archive();
        assertThat(archive.notes()).isEmpty();
        EnvironmentId copy = host.process.create(ana.actor(), new MockFixture().environment());
        Access there = TestProcess.access(copy, ana.actor());
        Source source = new Source(
                archive.hosts().get(archive.largest().orElseThrow()),
                content -> Optional.ofNullable(archive.contents().get(content)));
        assertThat(here.learning.learn(there, source, new Manner(true, true, true), _ -> true))
                .isInstanceOf(Learned.Done.class);
        port = ((ListenerState.Running) host.listeners.start(there, Optional.empty())).port();
        for (String path : paths) {
            String plain = path + (path.contains("?") ? "&" : "?") + "token=hunter22";
            HttpResponse<byte[]> answer = ask(path);
            assertThat(answer.statusCode())
                    .as(path)
                    .isEqualTo(real.content(plain).status());
            assertThat(answer.body()).as(path).isEqualTo(real.content(plain).bytes());
        }
        host.listeners.stop(there);
    }

    private Void askAll(List<String> paths) throws IOException, InterruptedException {
        for (String path : paths) {
            assertThat(ask(path).statusCode()).isIn(200, 404);
        }
        return null;
    }

    private interface Act {
        Object run() throws Exception;
    }

    private static void atOnce(Act one, Act other) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> both = new ArrayList<>();
            for (Act act : List.of(one, other)) {
                both.add(threads.submit(() -> {
                    start.await();
                    return act.run();
                }));
            }
            start.countDown();
            for (Future<Object> done : both) {
                done.get();
            }
        }
    }

    @Test
    @DisplayName(
            "L140 whichever process runs the listener, it records what another one started, and stops when that stops it")
    void elsewhere() throws Exception {
        there.all.start(ben);
        await().until(() -> {
            ask("/api/a-request");
            return recording().taken() > 0;
        });
        assertThat(recording().startedBy()).isEqualTo("Ben");
        there.all.stop(ben);
        await().until(() -> {
            long before = recording().taken();
            ask("/api/later");
            Thread.sleep(400);
            return recording().taken() == before;
        });
    }

    @Test
    @DisplayName("L140 it goes on after a restart of the server and of the mock, and waits while nothing is forwarded")
    void goesOn() throws Exception {
        here.all.start(ana);
        ask("/api/first");
        awaitRequests(1);
        here.close();
        here = new TestRecordings(host, Clock.systemUTC());
        host.listeners.stop(ana);
        port = ((ListenerState.Running) host.listeners.start(ana, Optional.empty())).port();
        ask("/api/second");
        awaitRequests(2);
        set(Schema.ENVIRONMENT_PROXY, false);
        await().until(() -> ask("/api/nothing").statusCode() == 404);
        set(Schema.ENVIRONMENT_PROXY, true);
        await().until(() -> ask("/api/third").statusCode() == 200);
        await().until(() -> recording().requests() >= 3);
        here.all.stop(ana);
        assertThat(here.all.look(ana, GROUPED).routes())
                .extracting(route -> route.key())
                .contains("GET /first", "GET /second", "GET /third")
                .doesNotContain("GET /a");
    }

    @Test
    @DisplayName("L140 what the mock answers itself, and what no server answered in whole, is not recorded")
    void onlyAnswers() throws Exception {
        try (Upstream lying = new Upstream(request -> request.contains("/short")
                ? "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"
                : request.contains("/odd")
                        ? "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nodd"
                        : request.contains("/ready") ? Upstream.ok("ready") : "nonsense")) {
            set(Schema.ENVIRONMENT_PROXY_HOST, lying.url(""));
            await().until(() -> new String(ask("/api/ready").body(), StandardCharsets.UTF_8).equals("ready"));
            here.all.start(ana);
            assertThat(ask("/api/a").statusCode()).isEqualTo(200);
            assertThat(ask("/api/short").statusCode()).isEqualTo(504);
            assertThat(ask("/api/nonsense").statusCode()).isEqualTo(504);
            ask("/api/odd");
            awaitRequests(1);
            here.all.stop(ana);
            assertThat(here.all.look(ana, GROUPED).routes())
                    .extracting(route -> route.key())
                    .containsExactly("GET /odd");
        }
    }

    @Test
    @DisplayName("L141 it holds 1,000 different requests; then it stops by itself and says so")
    void full() throws Exception {
        here.all.start(ana);
        for (int number = 0; number <= RecordedStore.MAX_REQUESTS; number++) {
            ask("/api/item/" + number);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> !recording().isRunning());
        assertThat(recording().requests()).isEqualTo(RecordedStore.MAX_REQUESTS);
        assertThat(recording().leftOut()).isEqualTo(1);
        assertThat(recording().stopped().orElseThrow().why()).isEqualTo(Recording.Why.FULL);
        assertThat(recording().stopped().orElseThrow().by()).isEmpty();
        assertThat(here.all.look(ana, new Manner(false, true, false)).routes()).hasSize(1_000);
        assertThat(here.all.look(ana, GROUPED).routes()).hasSize(1);
    }

    @Test
    @DisplayName("L141 after eight hours it stops by itself and says so")
    void timeIsOver() throws Exception {
        TestClock clock = new TestClock();
        try (TestRecordings timed = new TestRecordings(host, clock)) {
            timed.all.start(ana);
            timed.recorder.look();
            assertThat(recording().isRunning()).isTrue();
            clock.pass(Recordings.LIMIT);
            timed.recorder.look();
            assertThat(recording().stopped().orElseThrow().why()).isEqualTo(Recording.Why.TIME);
            clock.pass(Recorder.KEPT_FOR.plusSeconds(1));
            timed.recorder.forgetOld();
            assertThat(timed.all.find(ana)).isEmpty();
        }
    }

    @Test
    @DisplayName("L141 of what is answered differently the last answer is kept, and what it was before is forgotten")
    void changing() throws Exception {
        here.all.start(ana);
        for (int number = 0; number < 5; number++) {
            ask("/api/counter");
            Thread.sleep(number == 2 ? 400 : 0);
        }
        await().until(() -> recording().taken() == 5);
        assertThat(recording().requests()).isEqualTo(1);
        Source source = here.all.source(ana);
        assertThat(source.observed().getFirst().times()).isEqualTo(5);
        assertThat(source.observed().getFirst().otherwise()).isPositive();
        assertThat(new String(
                        source.contents()
                                .apply(source.observed().getFirst().answer().content())
                                .orElseThrow(),
                        StandardCharsets.UTF_8))
                .isEqualTo("{\"number\":5}");
        assertThat(host.process
                        .sql
                        .fetchSingle("select count(*) from recorded_content")
                        .get(0, Long.class))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("L140 editors start, stop and discard, viewers see that it runs; without a proxy it does not start")
    void rights() throws Exception {
        Access viewer = TestProcess.access(environment, BEN, Role.VIEWER);
        here.all.start(ana);
        assertThat(here.all.find(viewer)).isPresent();
        assertThatThrownBy(() -> here.all.start(viewer)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> here.all.stop(viewer)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> here.all.discard(viewer)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> here.all.look(viewer, GROUPED)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> here.all.learn(viewer, GROUPED, _ -> true)).isInstanceOf(Forbidden.class);
        ask("/api/a-request");
        awaitRequests(1);
        assertThat(here.all.discard(ana)).isTrue();
        assertThat(here.all.discard(ana)).isFalse();
        assertThat(here.all.find(viewer)).isEmpty();
        set(Schema.ENVIRONMENT_PROXY, false);
        assertThat(here.all.start(ana)).isInstanceOf(Recordings.Started.Refused.class);
        assertThat(here.all.find(ana)).isEmpty();
    }
}
