package dev.understudy.hosting.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.mock.MockFixture;
import dev.understudy.server.TestDatabase;
import dev.understudy.server.TestPorts;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.Branch;
import dev.understudy.team.TeamId;
import dev.understudy.team.TestAccess;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A database that two processes work on, and an environment in it.
public abstract class TwoProcesses {

    protected static final Actor ANA = TestAccess.actor("Ana");
    static final AtomicLong SEQ = new AtomicLong();

    /// More than a process of the test may use: some tests have another one that may use more.
    final int first = TestPorts.take(50);
    final PortRange ports = new PortRange(first, first + 9);
    final MockFixture fixture = new MockFixture()
            .setting(Schema.ENVIRONMENT_PORT, first + 3)
            .setting(Schema.ENVIRONMENT_PREFIX, "/api/")
            .route("", "chat", "heard {{body}}")
            .ofRoute(Schema.ROUTE_TYPE, RouteType.WS)
            .route("get", "a", "one");
    TestDatabase database;
    protected TestHost host;
    protected TestHost other;
    protected EnvironmentId environment;
    protected Access ana;

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

    static String reason(ListenerState state) {
        assertThat(state).isInstanceOf(ListenerState.Failed.class);
        return ((ListenerState.Failed) state).reason();
    }

    ListenerState start(Optional<Integer> port) {
        return host.listeners.start(ana, port);
    }

    static int port(ListenerState state) {
        assertThat(state).isInstanceOf(ListenerState.Running.class);
        return ((ListenerState.Running) state).port();
    }

    void set(NodeId node, Field<String> field, String value) {
        host.process
                .rooms
                .open(ana)
                .submit(
                        new Change("c-1", SEQ.incrementAndGet(), 1, List.of(new Edit.Set(node, field.key(), value))),
                        ana);
    }

    static Change change(NodeId node, String body) {
        return new Change(
                "c-1", SEQ.incrementAndGet(), 1, List.of(new Edit.Set(node, Schema.RESPONSE_BODY.key(), body)));
    }

    BranchId main() {
        return TestProcess.main(environment).id();
    }

    /// The same branch, as if it were another team's.
    Branch ofAnotherTeam() {
        return new Branch(main(), environment, new TeamId(new UUID(7, 7)));
    }
}
