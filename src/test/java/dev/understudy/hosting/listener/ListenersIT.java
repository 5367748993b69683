package dev.understudy.hosting.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.runtime.MockHost;
import dev.understudy.hosting.wire.Wire;
import dev.understudy.mock.MockFixture;
import dev.understudy.team.Access;
import dev.understudy.team.Branch;
import dev.understudy.team.Forbidden;
import dev.understudy.team.Role;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TeamId;
import dev.understudy.team.TestAccess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ListenersIT extends TwoProcesses {

    @Test
    @DisplayName("L1 without a wish it takes the port of its document, and both processes show the same URL")
    void ownPort() throws Exception {
        assertThat(host.listeners.state(ana)).isEqualTo(new ListenerState.Stopped());
        ListenerState started = start(Optional.empty());
        assertThat(started).isEqualTo(new ListenerState.Running(first + 3, "http://localhost:" + (first + 3) + "/api"));
        assertThat(other.listeners.state(ana)).isEqualTo(started);
        assertThat(other.listeners.states(TestAccess.ofTeam(TestProcess.TEAM, Role.VIEWER, ANA)))
                .containsEntry(main(), started);
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
    @DisplayName("L120 a port that a program has, or that was set since, is told as such where it runs")
    void detours() throws Exception {
        try (ServerSocket _ = new ServerSocket(first + 3, 1, InetAddress.getLoopbackAddress())) {
            assertThat(detour(start(Optional.empty())))
                    .contains(new PortMismatch(first + 3, new PortMismatch.Cause.TakenThen()));
        }
        host.listeners.stop(ana);
        assertThat(detour(start(Optional.empty()))).isEmpty();
        assertThat(detour(start(Optional.of(first + 5))))
                .contains(new PortMismatch(first + 3, new PortMismatch.Cause.NotTried()));
        assertThat(detour(other.listeners.state(ana))).isPresent();
    }

    private static Optional<PortMismatch> detour(ListenerState state) {
        return ((ListenerState.Running) state).detour();
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
            TestHost either = i % 2 == 0 ? host : other;
            port(either.listeners.start(TestProcess.access(next, ANA), Optional.empty()));
        }
        assertThat(start(Optional.empty()))
                .isInstanceOfSatisfying(
                        ListenerState.Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains("All ports")
                                .contains(first + "–" + (first + 9)));
    }

    @Test
    @DisplayName("L128 a listener is shown at the host that clients reach its process by, whichever process is asked")
    void hostOfTheProcess() {
        ListenerState.Running running = (ListenerState.Running) host.listeners.start(ana, Optional.empty());
        assertThat(host.store.find(main()).flatMap(ListenerRow::host)).contains(MockHost.ANY.name());
        host.process.sql.execute("update listener set host = 'mocks-2.example.org'");
        assertThat(other.listeners.state(ana)).isInstanceOfSatisfying(ListenerState.Running.class, there -> {
            assertThat(there.port()).isEqualTo(running.port());
            assertThat(there.url()).startsWith("http://mocks-2.example.org:" + running.port() + "/");
        });
    }

    @Test
    @DisplayName("L2 a process runs only so many listeners, and says so")
    void tooMany() {
        try (TestHost roomy = new TestHost(TestProcess.another(database), database, new PortRange(first, first + 40))) {
            for (int number = 0; number < TestHost.MAX_LISTENERS; number++) {
                TeamId team = new TeamId(new UUID(7, number % 4));
                EnvironmentId next = host.process.create(ANA, new MockFixture().environment());
                Branch branch = new Branch(TestProcess.main(next).id(), next, team);
                assertThat(roomy.reconciler.start(branch, Optional.empty()))
                        .isInstanceOf(ListenerReconciler.Started.Runs.class);
            }
            assertThat(reason(roomy.listeners.start(ana, Optional.empty())))
                    .contains("runs 12 listeners already, which is its limit");
        }
    }

    @Test
    @DisplayName("L123 a team runs half of them at most, so that others can run some, too")
    void shareOfTeam() {
        try (TestHost roomy = new TestHost(TestProcess.another(database), database, new PortRange(first, first + 40))) {
            for (int number = 0; number < TestHost.MAX_LISTENERS / 2; number++) {
                EnvironmentId next = host.process.create(ANA, new MockFixture().environment());
                port(roomy.listeners.start(TestProcess.access(next, ANA), Optional.empty()));
            }
            assertThat(reason(roomy.listeners.start(ana, Optional.empty())))
                    .contains("Your team runs 6 listeners already, which is its share");
            assertThat(roomy.local.openPreferring(ofAnotherTeam(), List.of(), _ -> {}))
                    .isInstanceOf(OpenResult.Opened.class);
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
        assertThat(host.local.running()).containsExactly(main());
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
    @DisplayName("L6 what one process is starting is no other's to start")
    void beingStarted() {
        host.watch.look();
        host.store.wantHere(main(), Optional.empty(), host.liveness.process());
        ListenerRow row = host.store.find(main()).orElseThrow();
        assertThat(other.reconciler.needsCare(row, other.store.heldLocks())).isFalse();
        host.store.wantHere(main(), Optional.of(row), host.liveness.process());
        other.store.wantHere(main(), Optional.empty(), other.liveness.process());
        assertThat(host.store.find(main()).flatMap(ListenerRow::owner)).contains(host.liveness.process());
    }

    @Test
    @DisplayName("L4 any process can stop a listener and start it again")
    void stopFromTheOther() {
        start(Optional.empty());
        assertThat(other.listeners.stop(ana)).isEqualTo(new ListenerState.Stopped());
        assertThat(host.local.running()).isEmpty();
        assertThatThrownBy(() -> Wire.get(first + 3, "/api/a")).isInstanceOf(java.io.IOException.class);
        assertThat(port(other.listeners.start(ana, Optional.empty()))).isEqualTo(first + 3);
        assertThat(other.local.running()).containsExactly(main());
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
            assertThat(other.local.running()).containsExactly(main());
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
        assertThat(host.local.running()).containsExactly(main());
    }

    @Test
    @DisplayName("L7 the listener of an environment in the trash stops, and runs again when it is restored")
    void trash() {
        start(Optional.empty());
        Access owner = TestProcess.access(environment, ANA, Role.OWNER);
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
        Access viewer = TestProcess.access(environment, ANA, Role.VIEWER);
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
    @DisplayName("L121 a new environment gets the first allowed port that no document names and no listener has")
    void portForNew() {
        TeamAccess team = TestAccess.ofTeam(TestProcess.TEAM, Role.EDITOR, ANA);
        assertThat(host.listeners.portForNew(team)).isEqualTo(first);
        host.process.create(
                ANA, new MockFixture().setting(Schema.ENVIRONMENT_PORT, first).environment());
        start(Optional.of(first + 1));
        assertThat(other.listeners.portForNew(team)).isEqualTo(first + 2);
        host.process.create(
                ANA,
                new MockFixture().setting(Schema.ENVIRONMENT_PORT, first + 2).environment());
        assertThat(host.listeners.portForNew(team)).isEqualTo(first + 4);
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
}
