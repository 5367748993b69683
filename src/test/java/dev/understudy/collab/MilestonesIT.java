package dev.understudy.collab;

import static dev.understudy.collab.CoffeeShop.label;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import dev.understudy.environment.Schema;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Actor;
import dev.understudy.team.TestAccess;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MilestonesIT {

    private static final Actor ANA = TestAccess.actor("Ana");

    private static TestDatabase database;
    private static TestProcess process;

    private final Statements statements = new Statements();
    private CoffeeShop shop;
    private RoomParts parts;

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
        shop = new CoffeeShop(process, ANA);
        parts = RoomParts.of(statements.of(process.sql), shop.access);
    }

    @Test
    @DisplayName("R33 the document of any revision is found, and milestones on the way to it are made again if missing")
    void documentsOfThePast() {
        Room room = parts.room();
        ManyChanges.grow(database.dsl(), room.branch(), shop.bye, 2_500);

        assertThat(labelAt(room, 1)).isEmpty();
        assertThat(labelAt(room, 2)).isEqualTo("v2");
        assertThat(milestones(room)).isEmpty();
        assertThat(labelAt(room, 2_499)).isEqualTo("v2499");
        assertThat(milestones(room)).containsExactly(1_000L, 2_000L);
        assertThat(room.at(2_500)).isEqualTo(room.newest());
        assertThat(labelAt(room, 1_999)).isEqualTo("v1999");
        assertThat(room.at(2_000).environment().get(shop.hello).get(Schema.RESPONSE_BODY))
                .isEqualTo("hello");
        assertThatThrownBy(() -> room.at(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> room.at(2_501)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("R33 a document of the past costs a thousand changes at most, however long the log is")
    void boundedReading() {
        Room room = parts.room();
        ManyChanges.grow(database.dsl(), room.branch(), shop.bye, 3_500);
        room.at(3_000);
        statements.all().clear();

        assertThat(labelAt(room, 3_400)).isEqualTo("v3400");

        // 10, 20, 40 and 80 of them, then 100 at a time.
        assertThat(statements.all()).filteredOn(Statements.Asked::readsChanges).hasSize(7);
    }

    @Test
    @DisplayName("R33 a milestone is written after the commit that comes to it, and not in the turn")
    void writtenAside() {
        Room room = parts.room();
        ManyChanges.grow(database.dsl(), room.branch(), shop.bye, 999);
        room.newest();

        room.submit(shop.at(999, label(shop.bye, "thousandth")), shop.access);
        room.submit(shop.at(1_000, label(shop.bye, "later")), shop.access);

        await().untilAsserted(() -> assertThat(milestones(room)).containsExactly(1_000L));
        assertThat(labelAt(room, 1_000)).isEqualTo("thousandth");
        assertThat(statements.all())
                .filteredOn(asked -> asked.sql().contains("milestone"))
                .isNotEmpty()
                .noneMatch(Statements.Asked::isInTurn);
    }

    @Test
    @DisplayName(
            "R33 whoever missed many changes of another process goes to the document, and misses none of the stream")
    void farBehind() {
        Room room = parts.room();
        List<Long> seen = new CopyOnWriteArrayList<>();
        ManyChanges.grow(database.dsl(), room.branch(), shop.bye, 2_000);
        statements.all().clear();

        assertThat(room.newest().revision()).isEqualTo(2_000);
        assertThat(statements.all()).filteredOn(Statements.Asked::readsChanges).hasSize(1);
        try (var _ = room.subscribe(1, all -> all.forEach(change -> seen.add(change.revision())), () -> {})) {
            await().until(() -> seen.size() == 1_999);
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates();
    }

    private String labelAt(Room room, long revision) {
        Snapshot snapshot = room.at(revision);
        assertThat(snapshot.revision()).isEqualTo(revision);
        return snapshot.environment().get(shop.bye).get(Schema.RESPONSE_LABEL);
    }

    private static List<Long> milestones(Room room) {
        return database.dsl()
                .select(field("revision", Long.class))
                .from(table("milestone"))
                .where(field("branch_id").eq(room.branch().value()))
                .orderBy(field("revision"))
                .fetch(row -> row.value1());
    }
}
