package dev.understudy.collab;

import static dev.understudy.collab.CoffeeShop.body;
import static dev.understudy.collab.CoffeeShop.label;
import static dev.understudy.collab.CoffeeShop.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.understudy.server.TestDatabase;
import dev.understudy.team.Actor;
import dev.understudy.team.TestAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Changes that build on something that the room no longer has in memory.
class OldBaseIT {

    private static final Actor ANA = TestAccess.actor("Ana");
    private static final long LONG_AGO = 2;
    private static final long HEAD = 2 + 1_500;

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

    /// The body of "hello" was changed long ago, and since then the label of "bye" again and again.
    @BeforeEach
    void create() {
        shop = new CoffeeShop(process, ANA);
        Room room = process.rooms.open(shop.access);
        assertThat(room.submit(shop.at(1, type(shop.hello, "hello", "oh hello")), shop.access)
                        .revision())
                .isEqualTo(LONG_AGO);
        ManyChanges.grow(database.dsl(), room.branch(), shop.bye, HEAD);
        parts = RoomParts.of(statements.of(process.sql), shop.access);
    }

    @Test
    @DisplayName("R31 what goes over anything as it is reads nothing of the log, however old its base")
    void nothingIsRead() {
        Room room = parts.room();

        Receipt set = room.submit(shop.at(1, label(shop.bye, "now")), shop.access);

        assertThat(set.kind()).isEqualTo(Receipt.Kind.COMMITTED);
        assertThat(set.revision()).isEqualTo(HEAD + 1);
        assertThat(statements.all()).noneMatch(Statements.Asked::readsChanges);
    }

    @Test
    @DisplayName("R31 a text is carried over what was done to its own node, read before the turn")
    void onlyItsOwnNode() {
        Room room = parts.room();
        List<Long> read = new ArrayList<>();
        statements.before(asked -> {
            if (asked.readsChanges()) {
                read.add(1L);
            }
        });

        Receipt merged = room.submit(shop.at(1, type(shop.hello, "hello", "hello you")), shop.access);

        assertThat(merged.kind()).isEqualTo(Receipt.Kind.ADJUSTED);
        assertThat(body(room, shop.hello)).isEqualTo("oh hello you");
        assertThat(read).hasSize(1);
        assertThat(statements.all())
                .filteredOn(Statements.Asked::isInTurn)
                .isNotEmpty()
                .noneMatch(Statements.Asked::readsChanges);
    }

    @Test
    @DisplayName("R6 R31 a client that merges itself is told that the text changed long ago")
    void staleLongAgo() {
        Room room = parts.room();

        Receipt stale =
                room.submit(shop.at(1, type(shop.hello, "hello", "hello you")), shop.access, TextPolicy.REFUSE_STALE);
        Receipt fresh = room.submit(shop.at(1, type(shop.bye, "bye", "bye bye")), shop.access, TextPolicy.REFUSE_STALE);

        assertThat(stale.kind()).isEqualTo(Receipt.Kind.STALE);
        assertThat(fresh.kind()).isEqualTo(Receipt.Kind.COMMITTED);
    }

    @Test
    @DisplayName(
            "R31 while the log is read for somebody the others go on, and what they do meanwhile is carried over too")
    void nobodyWaits() throws Exception {
        Room room = parts.room();
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch reading = new CountDownLatch(1);
        statements.before(asked -> {
            if (asked.thread().startsWith("preparation-")) {
                reading.countDown();
                await(goOn);
            }
        });
        CompletableFuture<Receipt> late =
                room.submitLater(shop.at(1, type(shop.hello, "hello", "hello you")), shop.access, TextPolicy.REBASE);
        reading.await();
        List<CompletableFuture<Receipt>> others = new ArrayList<>();
        others.add(room.submitLater(
                shop.at(HEAD, type(shop.hello, "oh hello", "oh hello!")), shop.access, TextPolicy.REBASE));
        // As many as push what was known at the beginning out of memory, so that the log has to be read once more.
        for (int i = 0; i < Tail.MAX_CHANGES; i++) {
            others.add(room.submitLater(shop.at(1, label(shop.bye, "w" + i)), shop.access, TextPolicy.REBASE));
        }
        for (CompletableFuture<Receipt> other : others) {
            assertThat(other.get(60, TimeUnit.SECONDS).kind()).isEqualTo(Receipt.Kind.COMMITTED);
        }
        assertThat(late).isNotDone();
        goOn.countDown();

        assertThat(late.get(60, TimeUnit.SECONDS).kind()).isEqualTo(Receipt.Kind.ADJUSTED);
        assertThat(body(room, shop.hello)).isIn("oh hello you!", "oh hello! you");
        assertThat(statements.all()).filteredOn(Statements.Asked::isInTurn).noneMatch(Statements.Asked::readsChanges);
    }

    @Test
    @DisplayName("R3 R31 an answer is found again by a repeated change whose base is long ago by then")
    void knownLongAgo() {
        Room room = parts.room();
        var change = shop.at(1, type(shop.hello, "hello", "hello you"));
        Receipt first = room.submit(change, shop.access);
        ManyChanges.grow(database.dsl(), room.branch(), shop.bye, first.revision() + 1_500);

        assertThat(RoomParts.of(process.sql, shop.access).room().submit(change, shop.access))
                .isEqualTo(first);
    }

    @Test
    @DisplayName("R32 a text that changed too often since is refused with what to do; other nodes don't count")
    void tooFarBehind() {
        Room room = parts.maxBehind(1_000).room();

        Receipt refused = room.submit(shop.at(1, type(shop.bye, "bye", "bye bye")), shop.access);
        Receipt carried = room.submit(shop.at(1, type(shop.hello, "hello", "hello you")), shop.access);

        assertThat(refused.kind()).isEqualTo(Receipt.Kind.STALE);
        assertThat(refused.notes().getFirst().message())
                .isEqualTo("What this change is about was changed more than 1,000 times since revision 1. Load the"
                        + " environment again, make the change on top of revision 1,502, and submit it under a new"
                        + " number.");
        assertThat(carried.kind()).isEqualTo(Receipt.Kind.ADJUSTED);
        assertThat(Preparation.MAX_BEHIND).isEqualTo(10_000);
    }

    @Test
    @DisplayName("R31 what a process of an older version commits is found as well: the database keeps the index")
    void keptByTheDatabase() {
        assertThat(database.dsl().fetchCount(table("change_node"), condition("node_id = {0}", val(shop.bye.value()))))
                .as("what made it, and the changes of it")
                .isEqualTo(1 + 1_500);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
