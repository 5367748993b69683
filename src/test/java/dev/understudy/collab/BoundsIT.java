package dev.understudy.collab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.server.Subscription;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.AuditLog;
import dev.understudy.team.Role;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TestAccess;
import dev.understudy.team.TimeOrderedIds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BoundsIT {

    private static final Actor ANA = TestAccess.actor("Ana");
    private static final TeamAccess TEAM = TestAccess.ofTeam(TestProcess.TEAM, Role.OWNER, ANA);

    private static TestDatabase database;
    private static TestProcess process;

    @BeforeAll
    static void startProcess() {
        database = TestDatabase.fresh();
        process = TestProcess.on(database, ANA);
    }

    @AfterAll
    static void stop() {
        process.close();
    }

    @Test
    @DisplayName("R16 a team has only so many environments, whoever creates them and by which way, by many at once too")
    void environmentsOfATeam() throws Exception {
        Clock clock = Clock.systemUTC();
        TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());
        int before = process.environments.list(TEAM).size();
        Environments environments = new Environments(
                process.sql, clock, ids, process.notifications, new AuditLog(clock, ids), process.rights, before + 3);
        EnvironmentId trashed = environments.create(TEAM, document(1));
        Access access = TestAccess.of(environments.main(TEAM, trashed).orElseThrow(), Role.OWNER, ANA);
        environments.trash(access);
        AtomicInteger refused = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    environments.create(TEAM, document(1));
                } catch (TeamIsFull full) {
                    assertThat(full).hasMessageContaining("which is its share of this server. Delete one first.");
                    refused.incrementAndGet();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(refused).hasValue(3);
        assertThat(environments.list(TEAM)).hasSize(before + 3);
        assertThatThrownBy(() -> environments.restore(access)).isInstanceOf(TeamIsFull.class);
        assertThatThrownBy(() -> environments.duplicate(access, document(1), "Copy"))
                .isInstanceOf(TeamIsFull.class);
        assertThat(environments.trashed(TEAM))
                .extracting(EnvironmentSummary::id)
                .contains(trashed);
    }

    @Test
    @DisplayName(
            "R17 open documents have so much memory together: those that nobody is in make way, others are kept, and"
                    + " what does not fit is refused in words")
    void memoryOfRooms() {
        Rooms rooms = new Rooms(
                process.sql,
                Clock.systemUTC(),
                process.notifications,
                new SimpleMeterRegistry(),
                TestProcess.GRANTS,
                TestProcess.ANSWER_WITHIN,
                100_000);
        Access left = owner(process.create(ANA, document(10_000)));
        Access held = owner(process.create(ANA, document(25_000)));
        Room first = rooms.open(left);
        Room kept = rooms.open(held);
        try (Subscription _ = kept.subscribe(1, _ -> {}, () -> {})) {
            rooms.open(owner(process.create(ANA, document(15_000))));
            assertThat(rooms.open(held)).isSameAs(kept);
            assertThat(rooms.open(left)).isNotSameAs(first);
            assertThatThrownBy(() -> rooms.open(owner(process.create(ANA, document(32_000)))))
                    .isInstanceOf(RoomUnavailable.class)
                    .hasMessageContaining("no memory left for one more environment");
            assertThat(rooms.open(held)).isSameAs(kept);
        }
        assertThat(rooms.open(owner(process.create(ANA, document(32_000))))).isNotNull();
    }

    private static Access owner(EnvironmentId environment) {
        return TestProcess.access(environment, ANA, Role.OWNER);
    }

    private static Environment document(int characters) {
        Node root = Node.root(NodeId.random(new Random()));
        return Environment.of(root.with(Schema.ENVIRONMENT_NAME, "x".repeat(characters)));
    }
}
