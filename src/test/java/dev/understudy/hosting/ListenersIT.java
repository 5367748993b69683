package dev.understudy.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.mock.MockFixture;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.Forbidden;
import dev.understudy.team.Role;
import dev.understudy.team.TestAccess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ListenersIT {

    private static final Actor ANA = TestAccess.actor("Ana");
    private static final AtomicLong SEQ = new AtomicLong();

    private final int first = 20_000 + new Random().nextInt(900) * 10;
    private final PortRange ports = new PortRange(first, first + 9);
    private final MockFixture fixture = new MockFixture()
            .setting(Schema.ENVIRONMENT_PORT, first + 3)
            .setting(Schema.ENVIRONMENT_PREFIX, "/api/")
            .route("get", "a", "one");
    private TestDatabase database;
    private TestHost host;
    private TestHost other;
    private EnvironmentId environment;
    private Access ana;

    @BeforeEach
    void startTwoProcesses() {
        database = TestDatabase.fresh();
        host = new TestHost(TestProcess.on(database, ANA), database, ports);
        other = new TestHost(TestProcess.another(database), database, ports);
        environment = host.process.create(ANA, fixture.environment());
        ana = TestProcess.access(environment, ANA);
    }

    @AfterEach
    void stop() {
        host.close();
        other.close();
    }

    @Test
    @DisplayName("L1 without a wish it takes the port of its document, and both processes show the same URL")
    void ownPort() throws Exception {
        assertThat(host.listeners.state(ana)).isEqualTo(new ListenerState.Stopped());
        ListenerState started = start(Optional.empty());
        assertThat(started).isEqualTo(new ListenerState.Running(first + 3, "http://localhost:" + (first + 3) + "/api"));
        assertThat(other.listeners.state(ana)).isEqualTo(started);
        assertThat(other.listeners.states(TestAccess.ofTeam(TestProcess.TEAM, Role.VIEWER, ANA)))
                .containsEntry(environment, started);
        assertThat(Wire.get(first + 3, "/api/a")).endsWith("one");
        assertThat(start(Optional.empty())).isEqualTo(started);
    }

    @Test
    @DisplayName("L1 where the document's port is taken or not allowed a free one is used")
    void freePort() throws Exception {
        try (ServerSocket _ = new ServerSocket(first + 3, 1, InetAddress.getLoopbackAddress())) {
            assertThat(port(start(Optional.empty()))).isNotEqualTo(first + 3).isBetween(first, first + 9);
        }
        EnvironmentId outside = host.process.create(
                ANA, new MockFixture().setting(Schema.ENVIRONMENT_PORT, 80).environment());
        assertThat(port(host.listeners.start(TestProcess.access(outside, ANA), Optional.empty())))
                .isBetween(first, first + 9);
    }

    @Test
    @DisplayName("L2 a port that was asked for and is taken is refused in words, and everything stays as it was")
    void takenPort() throws Exception {
        try (ServerSocket _ = new ServerSocket(first + 5, 1, InetAddress.getLoopbackAddress())) {
            assertThat(start(Optional.of(first + 5))).isInstanceOfSatisfying(ListenerState.Failed.class, failed -> {
                assertThat(failed.reason()).contains("Port " + (first + 5) + " is taken");
                assertThat(failed.port()).contains(first + 5);
            });
            assertThat(host.listeners.state(ana)).isEqualTo(new ListenerState.Stopped());
            ListenerState running = start(Optional.empty());
            assertThat(start(Optional.of(first + 5))).isInstanceOf(ListenerState.Failed.class);
            assertThat(host.listeners.state(ana)).isEqualTo(running);
            assertThat(other.listeners.start(ana, Optional.of(first + 5)))
                    .isInstanceOfSatisfying(
                            ListenerState.Failed.class,
                            failed -> assertThat(failed.reason()).contains("is taken"));
            assertThat(other.listeners.state(ana)).isEqualTo(running);
            assertThat(Wire.get(first + 3, "/api/a")).endsWith("one");
        }
    }

    @Test
    @DisplayName("L2 a port outside of the allowed range is refused in words")
    void portOutside() {
        for (int port : new int[] {80, first - 1, first + 10, 0, -1, 70_000}) {
            assertThat(start(Optional.of(port)))
                    .isInstanceOfSatisfying(
                            ListenerState.Failed.class,
                            failed -> assertThat(failed.reason())
                                    .contains("outside of the ports that listeners may take"));
        }
    }

    @Test
    @DisplayName("L2 when all ports are taken it says so")
    void noPortFree() {
        for (int i = 0; i < 10; i++) {
            EnvironmentId next = host.process.create(ANA, new MockFixture().environment());
            port(host.listeners.start(TestProcess.access(next, ANA), Optional.empty()));
        }
        assertThat(start(Optional.empty()))
                .isInstanceOfSatisfying(
                        ListenerState.Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains("All ports")
                                .contains(first + "–" + (first + 9)));
    }

    @Test
    @DisplayName("L2 a process runs only so many listeners, and says so")
    void tooMany() {
        try (TestHost roomy = new TestHost(TestProcess.another(database), database, new PortRange(first, first + 40))) {
            for (int i = 0; i < TestHost.MAX_LISTENERS; i++) {
                EnvironmentId next = host.process.create(ANA, new MockFixture().environment());
                port(roomy.listeners.start(TestProcess.access(next, ANA), Optional.empty()));
            }
            assertThat(roomy.listeners.start(ana, Optional.empty()))
                    .isInstanceOfSatisfying(
                            ListenerState.Failed.class,
                            failed -> assertThat(failed.reason())
                                    .contains("runs 12 listeners already, which is its limit"));
        }
    }

    @Test
    @DisplayName("L3 another port moves a running listener; the old port is free again")
    void move() throws Exception {
        start(Optional.empty());
        assertThat(port(start(Optional.of(first + 6)))).isEqualTo(first + 6);
        assertThat(Wire.get(first + 6, "/api/a")).endsWith("one");
        new ServerSocket(first + 3, 1, InetAddress.getLoopbackAddress()).close();
        assertThat(port(other.listeners.start(ana, Optional.of(first + 7)))).isEqualTo(first + 7);
        assertThat(Wire.get(first + 7, "/api/a")).endsWith("one");
        assertThat(host.local.running()).containsExactly(environment);
    }

    @Test
    @DisplayName("L3 an edit of the document's port counts at the next start")
    void editedPort() {
        start(Optional.empty());
        host.process
                .rooms
                .open(ana)
                .submit(
                        new Change(
                                "c-1",
                                SEQ.incrementAndGet(),
                                1,
                                List.of(new Edit.Set(
                                        fixture.environment().root().id(), Schema.ENVIRONMENT_PORT.key(), first + 9))),
                        ana);
        assertThat(port(host.listeners.state(ana))).isEqualTo(first + 3);
        host.listeners.stop(ana);
        assertThat(port(start(Optional.empty()))).isEqualTo(first + 9);
    }

    @Test
    @DisplayName("L4 any process can stop a listener and start it again")
    void stopFromTheOther() {
        start(Optional.empty());
        assertThat(other.listeners.stop(ana)).isEqualTo(new ListenerState.Stopped());
        assertThat(host.local.running()).isEmpty();
        assertThatThrownBy(() -> Wire.get(first + 3, "/api/a")).isInstanceOf(java.io.IOException.class);
        assertThat(port(other.listeners.start(ana, Optional.empty()))).isEqualTo(first + 3);
        assertThat(other.local.running()).containsExactly(environment);
        assertThat(host.listeners.stop(ana)).isEqualTo(new ListenerState.Stopped());
        assertThat(host.listeners.stop(ana)).isEqualTo(new ListenerState.Stopped());
    }

    @Test
    @DisplayName("L5 what a killed process ran, another one runs on the same port")
    void killedProcess() throws Exception {
        start(Optional.of(first + 8));
        host.kill();
        await().untilAsserted(() -> {
            other.watch.look();
            assertThat(other.local.running()).containsExactly(environment);
        });
        assertThat(port(other.listeners.state(ana))).isEqualTo(first + 8);
        assertThat(Wire.get(first + 8, "/api/a")).endsWith("one");
    }

    @Test
    @DisplayName("L5 a restart brings back what ran, on the same port, and leaves stopped what was stopped")
    void restart() {
        EnvironmentId stopped = host.process.create(ANA, new MockFixture().environment());
        host.listeners.start(TestProcess.access(stopped, ANA), Optional.empty());
        host.listeners.stop(TestProcess.access(stopped, ANA));
        start(Optional.of(first + 8));
        host.close();
        other.close();
        host = new TestHost(TestProcess.another(database), database, ports);
        other = new TestHost(TestProcess.another(database), database, ports);
        await().untilAsserted(() -> {
            host.watch.look();
            assertThat(port(host.listeners.state(ana))).isEqualTo(first + 8);
            assertThat(host.local.running().size() + other.local.running().size())
                    .isEqualTo(1);
        });
        assertThat(host.listeners.state(TestProcess.access(stopped, ANA))).isEqualTo(new ListenerState.Stopped());
    }

    @Test
    @DisplayName("L6 what a living process runs no other one takes")
    void oneOwner() {
        start(Optional.empty());
        other.watch.look();
        host.watch.look();
        assertThat(other.local.running()).isEmpty();
        assertThat(host.local.running()).containsExactly(environment);
    }

    @Test
    @DisplayName("L7 the listener of an environment in the trash stops, and runs again when it is restored")
    void trash() {
        start(Optional.empty());
        Access owner = TestAccess.of(environment, Role.OWNER, ANA);
        host.process.environments.trash(owner);
        host.watch.look();
        assertThat(host.local.running()).isEmpty();
        assertThat(host.listeners.state(ana)).isEqualTo(new ListenerState.Stopped());
        host.process.environments.restore(owner);
        host.watch.look();
        assertThat(port(host.listeners.state(ana))).isEqualTo(first + 3);
    }

    @Test
    @DisplayName("L8 a viewer sees the state and may not start or stop")
    void viewer() {
        Access viewer = TestAccess.of(environment, Role.VIEWER, ANA);
        assertThat(host.listeners.state(viewer)).isEqualTo(new ListenerState.Stopped());
        assertThatThrownBy(() -> host.listeners.start(viewer, Optional.empty())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> host.listeners.stop(viewer)).isInstanceOf(Forbidden.class);
    }

    @Test
    @DisplayName("L9 those who watch hear of starts, stops and a new prefix, in every process")
    void watching() {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (var _ = other.listeners.onChange(
                        ana, () -> heard.add(other.listeners.state(ana).word()));
                var _ = other.listeners.onChange(
                        TestAccess.ofTeam(TestProcess.TEAM, Role.VIEWER, ANA), () -> heard.add("team"))) {
            start(Optional.empty());
            await().untilAsserted(() -> assertThat(heard).contains("running", "team"));
            heard.clear();
            set(fixture.environment().root().id(), Schema.ENVIRONMENT_PREFIX, "v2");
            await().untilAsserted(() -> assertThat(heard).contains("running"));
            assertThat(other.listeners.state(ana))
                    .isEqualTo(new ListenerState.Running(first + 3, "http://localhost:" + (first + 3) + "/v2"));
            heard.clear();
            host.listeners.stop(ana);
            await().untilAsserted(() -> assertThat(heard).contains("stopped"));
        }
    }

    @Test
    @DisplayName("L10 an edit made in any process changes the answer, without a dropped or mixed request")
    void edits() throws Exception {
        String filler = "x".repeat(50_000);
        set(fixture.response(), Schema.RESPONSE_BODY, "0" + filler + "0");
        start(Optional.empty());
        AtomicBoolean running = new AtomicBoolean(true);
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        AtomicLong answers = new AtomicLong();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(Thread.ofPlatform().start(() -> hammer(running, answers, failures)));
        }
        for (int version = 1; version <= 30; version++) {
            String body = version % 10 + filler + version % 10;
            (version % 2 == 0 ? host : other).process.rooms.open(ana).submit(change(fixture.response(), body), ana);
            Thread.sleep(20);
        }
        await().untilAsserted(() ->
                assertThat(Wire.bodyOf(Wire.get(first + 3, "/api/a"))).endsWith("x0"));
        set(fixture.response(), Schema.RESPONSE_BODY, "last");
        await().untilAsserted(() -> assertThat(Wire.get(first + 3, "/api/a")).endsWith("\r\n\r\nlast"));
        running.set(false);
        for (Thread client : clients) {
            client.join();
        }
        assertThat(failures).isEmpty();
        assertThat(answers.get()).isGreaterThan(100);
        assertThat(host.metrics.get("understudy.requests").functionCounter().count())
                .isGreaterThanOrEqualTo((double) answers.get());
        assertThat(host.metrics.get("understudy.listeners").gauge().value()).isEqualTo(1);
    }

    @Test
    @DisplayName("L11 the problems of a mock are there whether it runs or not, and follow the edits")
    void problems() {
        assertThat(host.listeners.problems(ana)).isEmpty();
        set(fixture.route(), Schema.ROUTE_ENDPOINT, "a/**");
        assertThat(host.listeners.problems(ana)).singleElement().satisfies(problem -> {
            assertThat(problem.node()).contains(fixture.route());
            assertThat(problem.field()).isEqualTo("endpoint");
        });
        start(Optional.empty());
        assertThat(host.listeners.problems(ana)).hasSize(1);
        await().untilAsserted(() -> assertThat(other.listeners.problems(ana)).hasSize(1));
        set(fixture.route(), Schema.ROUTE_ENDPOINT, "a/*");
        assertThat(host.listeners.problems(ana)).isEmpty();
    }

    @Test
    @DisplayName("L70 with TLS the URL says https; a change counts from the next start, and the problems say so")
    void tls() {
        EnvironmentId secure = host.process.create(
                ANA,
                new MockFixture()
                        .setting(Schema.ENVIRONMENT_PORT, first + 5)
                        .setting(Schema.ENVIRONMENT_TLS, true)
                        .environment());
        Access access = TestProcess.access(secure, ANA);
        ListenerState running = host.listeners.start(access, Optional.empty());
        assertThat(running)
                .isEqualTo(new ListenerState.Running(first + 5, "https://localhost:" + (first + 5)))
                .isEqualTo(other.listeners.state(access));
        Node root = host.process.rooms.open(access).snapshot().environment().root();
        host.process
                .rooms
                .open(access)
                .submit(
                        new Change(
                                "c-1",
                                SEQ.incrementAndGet(),
                                1,
                                List.of(new Edit.Set(root.id(), Schema.ENVIRONMENT_TLS.key(), false))),
                        access);
        assertThat(host.listeners.problems(access)).extracting(Problem::field).contains(Schema.ENVIRONMENT_TLS.key());
        host.listeners.stop(access);
        assertThat(host.listeners.start(access, Optional.empty()))
                .isEqualTo(new ListenerState.Running(first + 5, "http://localhost:" + (first + 5)));
        assertThat(host.listeners.problems(access)).isEmpty();
    }

    @Test
    @DisplayName("L72 a listener whose certificate is missing does not start, and says why")
    void missingCertificate() {
        EnvironmentId secure = host.process.create(
                ANA,
                new MockFixture()
                        .setting(Schema.ENVIRONMENT_TLS, true)
                        .setting(Schema.ENVIRONMENT_TLS_CERT, "cert.pem")
                        .setting(Schema.ENVIRONMENT_TLS_KEY, "key.pem")
                        .environment());
        Access access = TestProcess.access(secure, ANA);
        assertThat(host.listeners.start(access, Optional.empty()))
                .asString()
                .contains("The key file \"key.pem\" is not among the files of the environment.");
    }

    @Test
    @DisplayName("L80 each listener has a token of its own for its admin API, the same after a restart, for editors")
    void adminToken() throws Exception {
        assertThat(host.listeners.adminEntry(ana).token()).isEmpty();
        start(Optional.empty());
        String token = host.listeners.adminEntry(ana).token().orElseThrow();
        assertThat(token)
                .matches("[0-9a-f]{64}")
                .isEqualTo(other.listeners.adminEntry(ana).token().orElseThrow());
        assertThat(host.listeners.adminEntry(ana).url())
                .hasValue("http://localhost:%d/mockoon-admin".formatted(first + 3));
        assertThat(welcome(token)).startsWith("HTTP/1.1 200");
        assertThat(welcome("wrong")).startsWith("HTTP/1.1 401");
        host.listeners.stop(ana);
        start(Optional.empty());
        assertThat(welcome(token)).startsWith("HTTP/1.1 200");
        Access viewer = TestAccess.of(environment, Role.VIEWER, ANA);
        assertThatThrownBy(() -> host.listeners.adminEntry(viewer)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> host.listeners.renewAdminToken(viewer)).isInstanceOf(Forbidden.class);
    }

    @Test
    @DisplayName("L85 a new token takes the place of the old one, whichever process made it, and ends event streams")
    void newAdminToken() throws Exception {
        String early = host.listeners.renewAdminToken(ana).token().orElseThrow();
        assertThat(host.listeners.adminEntry(ana).url()).isEmpty();
        start(Optional.empty());
        assertThat(welcome(early)).startsWith("HTTP/1.1 200");
        try (Wire stream = new Wire(first + 3)) {
            stream.send("GET /mockoon-admin/events?token=" + early + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(stream.head()).startsWith("HTTP/1.1 200");
            String token = host.listeners.renewAdminToken(ana).token().orElseThrow();
            assertThat(stream.closesWithin(5_000)).isTrue();
            assertThat(welcome(early)).startsWith("HTTP/1.1 401");
            assertThat(welcome(token)).startsWith("HTTP/1.1 200");
            String elsewhere = other.listeners.renewAdminToken(ana).token().orElseThrow();
            await().untilAsserted(() -> assertThat(welcome(elsewhere)).startsWith("HTTP/1.1 200"));
            assertThat(welcome(token)).startsWith("HTTP/1.1 401");
        }
    }

    private String welcome(String token) throws Exception {
        return Wire.ask(
                first + 3, "GET /mockoon-admin HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n");
    }

    private void hammer(AtomicBoolean running, AtomicLong answers, List<Throwable> failures) {
        try (Wire wire = new Wire(first + 3)) {
            while (running.get()) {
                wire.send("GET /api/a HTTP/1.1\r\nHost: localhost\r\n\r\n");
                String response = wire.response();
                String body = Wire.bodyOf(response);
                assertThat(Wire.statusOf(response)).isEqualTo(200);
                assertThat(body.equals("last") || body.charAt(0) == body.charAt(body.length() - 1))
                        .isTrue();
                answers.incrementAndGet();
            }
        } catch (Exception | AssertionError failure) {
            failures.add(failure);
        }
    }

    private ListenerState start(Optional<Integer> port) {
        return host.listeners.start(ana, port);
    }

    private static int port(ListenerState state) {
        assertThat(state).isInstanceOf(ListenerState.Running.class);
        return ((ListenerState.Running) state).port();
    }

    private void set(NodeId node, Field<String> field, String value) {
        host.process
                .rooms
                .open(ana)
                .submit(
                        new Change("c-1", SEQ.incrementAndGet(), 1, List.of(new Edit.Set(node, field.key(), value))),
                        ana);
    }

    private static Change change(NodeId node, String body) {
        return new Change(
                "c-1", SEQ.incrementAndGet(), 1, List.of(new Edit.Set(node, Schema.RESPONSE_BODY.key(), body)));
    }
}
