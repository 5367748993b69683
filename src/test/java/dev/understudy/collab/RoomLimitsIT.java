package dev.understudy.collab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.server.Subscription;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.TestAccess;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoomLimitsIT {

    private static final Actor ANA = TestAccess.actor("Ana");
    private static final int MOST_WAITING = 10_000;

    private final Node root = Node.root(NodeId.random(new Random())).with(Schema.ENVIRONMENT_NAME, "Coffee");
    private TestDatabase database;
    private TestProcess process;
    private Access ana;
    private Room room;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        process = TestProcess.on(database, ANA);
        EnvironmentId environment = process.create(ANA, Environment.of(root));
        ana = TestProcess.access(environment, ANA);
        room = process.rooms.open(ana);
    }

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    @DisplayName("R13 a room that is not used for ten minutes is closed, not before and not while somebody is in it")
    void idle() {
        assertThat(Rooms.CLOSE_AFTER).isEqualTo(Duration.ofMinutes(10));
        process.rooms.closeIdle();
        assertThat(process.rooms.open(ana)).isSameAs(room);
        try (Subscription _ = room.subscribe(1, _ -> {}, () -> {})) {
            process.rooms.closeIdle(Duration.ZERO);
            assertThat(process.rooms.open(ana)).isSameAs(room);
        }

        process.rooms.closeIdle(Duration.ZERO);

        Room anew = process.rooms.open(ana);
        assertThat(anew).isNotSameAs(room);
        assertThat(anew.snapshot().environment()).isEqualTo(room.snapshot().environment());
    }

    @Test
    @DisplayName(
            "R14 ten thousand changes may wait; one more is refused at once, and taken when it is tried again later")
    void waiting() throws Exception {
        List<CompletableFuture<Receipt>> waiting = new ArrayList<>();
        Change more = change(MOST_WAITING + 1);
        try (Connection blocking = database.dataSource().getConnection();
                Statement statement = blocking.createStatement()) {
            blocking.setAutoCommit(false);
            statement.execute("lock table change in access exclusive mode");
            for (int number = 1; number <= MOST_WAITING; number++) {
                waiting.add(room.submitLater(change(number), ana, TextPolicy.REBASE));
            }
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            CompletableFuture<Receipt> refused = room.submitLater(more, ana, TextPolicy.REBASE);
            assertThat(refused).isCompletedExceptionally();
            assertThatThrownBy(refused::join)
                    .hasCauseInstanceOf(RoomUnavailable.class)
                    .hasMessageContaining("Too many changes of this environment are waiting");
        }
        CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        assertThat(room.submit(more, ana)).isNotNull();
    }

    /// The first renames, all others rename to the same.
    private Change change(int number) {
        return new Change("c-1", number, 1, List.of(new Edit.Set(root.id(), Schema.ENVIRONMENT_NAME.key(), "Tea")));
    }
}
