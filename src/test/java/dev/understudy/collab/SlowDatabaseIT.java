package dev.understudy.collab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.Forbidden;
import dev.understudy.team.Role;
import dev.understudy.team.TestAccess;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a room does while a commit hangs: the test holds the branch's row.
class SlowDatabaseIT {

    private static final Actor ANA = TestAccess.actor("Ana");

    private static TestDatabase database;
    private static TestProcess process;

    private NodeId root;
    private Access ana;
    private Room room;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        process = TestProcess.on(database, ANA);
    }

    @AfterAll
    static void stop() {
        process.close();
    }

    @BeforeEach
    void create() {
        root = NodeId.random(new Random());
        EnvironmentId environment = process.create(ANA, Environment.of(Node.root(root)));
        ana = TestProcess.access(environment, ANA);
        room = rooms(Duration.ofMillis(50)).open(ana);
    }

    @Test
    @DisplayName("R19 nobody waits for ever; the change still goes in, and the same number gets its answer")
    void boundedWait() throws Exception {
        Change change = rename("ana", 1, "Tea");
        CompletableFuture<Receipt> again;
        try (Connection _ = holdingTheBranch()) {
            assertThatThrownBy(() -> room.submit(change, ana))
                    .isInstanceOf(RoomUnavailable.class)
                    .hasMessageContaining("not saved yet");
            again = room.submitLater(change, ana, TextPolicy.REBASE);
            assertThat(again).isNotDone();
        }
        Receipt receipt = again.get(30, TimeUnit.SECONDS);
        assertThat(receipt.kind()).isEqualTo(Receipt.Kind.COMMITTED);
        assertThat(rooms(Duration.ofSeconds(30)).open(ana).submit(change, ana)).isEqualTo(receipt);
        assertThat(room.changes(1, 10))
                .extracting(CommittedChange::revision)
                .containsExactly(2L)
                .containsExactly(receipt.revision());
    }

    @Test
    @DisplayName("R19 callers that must not wait are told of the answer, and of refusals")
    void later() throws Exception {
        CompletableFuture<Receipt> answer;
        try (Connection _ = holdingTheBranch()) {
            answer = room.submitLater(rename("ana", 1, "Tea"), ana, TextPolicy.REBASE);
            assertThat(answer).isNotDone();
        }
        await().untilAsserted(() -> assertThat(answer).isCompleted());
        assertThat(answer.get().revision()).isEqualTo(2);
        Access viewer = TestProcess.access(ana.environment(), ANA, Role.VIEWER);
        assertThatThrownBy(() -> room.submitLater(rename("ana", 2, "Milk"), viewer, TextPolicy.REBASE)
                        .get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(Forbidden.class);
    }

    private static Rooms rooms(Duration answerWithin) {
        return new Rooms(
                process.sql,
                Clock.systemUTC(),
                process.notifications,
                new SimpleMeterRegistry(),
                TestProcess.GRANTS,
                answerWithin,
                Long.MAX_VALUE);
    }

    /// Until it is closed, nobody can commit to the branch.
    private Connection holdingTheBranch() throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select 1 from branch where id = '" + room.branch() + "' for update");
        }
        return connection;
    }

    private Change rename(String client, long seq, String name) {
        return new Change(client, seq, 1, List.of(new Edit.Set(root, "name", name)));
    }
}
