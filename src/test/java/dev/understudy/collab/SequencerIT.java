package dev.understudy.collab;

import static dev.understudy.collab.CoffeeShop.label;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.val;

import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.Action;
import dev.understudy.team.Actor;
import dev.understudy.team.Forbidden;
import dev.understudy.team.Role;
import dev.understudy.team.TestAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a room does whatever its changes mean, and when something goes wrong with them.
class SequencerIT {

    private static final Actor ANA = TestAccess.actor("Ana");
    private static final Actor BEN = TestAccess.actor("Ben");

    private static TestDatabase database;
    private static TestProcess process;

    private CoffeeShop shop;
    private RoomParts parts;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        process = TestProcess.on(database, ANA, BEN);
    }

    @AfterAll
    static void stop() {
        process.close();
    }

    @BeforeEach
    void create() {
        shop = new CoffeeShop(process, ANA);
        parts = RoomParts.of(process.sql, shop.access);
    }

    @Test
    @DisplayName("R34 a branch that the server can't read has an order, first answers and a stream as any other")
    void sealed() {
        Room here = parts.with(new SealedReducer()).room();
        Room there =
                RoomParts.of(process.sql, shop.access).with(new SealedReducer()).room();
        List<Long> seen = new CopyOnWriteArrayList<>();
        try (var _ = there.subscribe(1, all -> all.forEach(change -> seen.add(change.revision())), () -> {})) {
            Change first = shop.at(1, new Edit.Set(shop.hello, "no field", "sealed"));
            Receipt answer = here.submit(first, shop.access);
            assertThat(answer.kind()).isEqualTo(Receipt.Kind.COMMITTED);
            assertThat(there.submit(shop.at(1, label(shop.bye, "sealed")), shop.access)
                            .revision())
                    .isEqualTo(3);
            assertThat(there.submit(first, shop.access)).isEqualTo(answer);
            await().until(() -> seen.equals(List.of(2L, 3L)));
        }
        assertThat(here.newest().revision()).isEqualTo(3);
        assertThat(here.snapshot().environment())
                .isEqualTo(process.rooms.open(shop.access).snapshot().environment());
    }

    @Test
    @DisplayName("R35 a change that can't be dealt with fails alone: neither its neighbours nor the room do")
    void oneThrows() throws Exception {
        Gate gate = new Gate();
        Room room = parts.with(gate).room();
        List<CompletableFuture<Receipt>> neighbours = new ArrayList<>();
        gate.close();
        neighbours.add(later(room, label(shop.bye, "first")));
        gate.awaitSomebody();
        CompletableFuture<Receipt> bad = later(room, label(shop.hello, Gate.BAD));
        for (int i = 0; i < 20; i++) {
            neighbours.add(later(room, label(shop.bye, "l" + i)));
        }
        gate.open();

        for (CompletableFuture<Receipt> neighbour : neighbours) {
            assertThat(neighbour.get(30, TimeUnit.SECONDS).kind()).isEqualTo(Receipt.Kind.COMMITTED);
        }
        assertThatThrownBy(() -> bad.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage(Gate.BAD);
        assertThat(room.submit(shop.at(1, label(shop.hello, "fine")), shop.access)
                        .kind())
                .isEqualTo(Receipt.Kind.COMMITTED);
    }

    @Test
    @DisplayName("R35 a change that the database does not take fails alone")
    void oneCannotBeStored() throws Exception {
        Gate gate = new Gate();
        Room room = parts.with(gate).room();
        gate.close();
        CompletableFuture<Receipt> first = later(room, label(shop.bye, "first"));
        gate.awaitSomebody();
        CompletableFuture<Receipt> bad = later(room, label(shop.hello, "\u0000"));
        CompletableFuture<Receipt> second = later(room, label(shop.bye, "second"));
        gate.open();

        assertThat(first.get(30, TimeUnit.SECONDS).revision()).isEqualTo(2);
        assertThat(second.get(30, TimeUnit.SECONDS).revision()).isEqualTo(3);
        assertThatThrownBy(() -> bad.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    @Test
    @DisplayName("R36 rights are asked for again at the commit, for the very edits; only who lost them is refused")
    void rightsAtTheCommit() throws Exception {
        Gate gate = new Gate();
        Access viewer = TestAccess.of(shop.access.environment(), Role.VIEWER, ANA);
        Room room = parts.with(gate)
                .with((access, edits, document) -> {
                    boolean taken = edits.getFirst().node().equals(shop.hello) && document.contains(shop.hello);
                    (taken ? viewer : access).require(Action.EDIT);
                })
                .room();
        gate.close();
        CompletableFuture<Receipt> first = later(room, label(shop.bye, "first"));
        gate.awaitSomebody();
        CompletableFuture<Receipt> refused = later(room, label(shop.hello, "mine"));
        CompletableFuture<Receipt> second = later(room, label(shop.bye, "second"));
        gate.open();

        assertThat(first.get(30, TimeUnit.SECONDS).revision()).isEqualTo(2);
        assertThat(second.get(30, TimeUnit.SECONDS).revision()).isEqualTo(3);
        assertThatThrownBy(() -> refused.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(Forbidden.class);
    }

    @Test
    @DisplayName("R36 whoever was taken from the team while their change waited is refused")
    void takenFromTheTeam() {
        Access ben = TestProcess.access(shop.access.environment(), BEN);
        database.dsl()
                .execute(
                        "insert into member (team_id, user_id, role, joined_at) values ({0}, {1}, 'editor', now())",
                        val(TestProcess.TEAM.value()), val(BEN.user().value()));
        Room room = parts.with(new CurrentGrants(new Accesses(process.sql, process.rights)))
                .room();

        assertThat(room.submit(shop.at(1, label(shop.bye, "in")), ben).kind()).isEqualTo(Receipt.Kind.COMMITTED);
        database.dsl().execute("delete from member");
        process.rights.look();
        assertThatThrownBy(() -> room.submit(shop.at(1, label(shop.bye, "out")), ben))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("no longer in the team");
    }

    @Test
    @DisplayName("R37 the newest revision is the newest one while a commit runs, too")
    void newestDuringCommit() throws Exception {
        Gate gate = new Gate();
        Room room = parts.with(gate).room();
        gate.close();
        CompletableFuture<Receipt> running = later(room, label(shop.bye, "slow"));
        gate.awaitSomebody();
        process.rooms.open(shop.access).submit(shop.at(1, label(shop.hello, "elsewhere")), shop.access);
        CompletableFuture<Snapshot> newest = new CompletableFuture<>();
        Thread reader = Thread.ofPlatform().start(() -> newest.complete(room.newest()));
        await().until(() -> newest.isDone() || reader.getState() == Thread.State.TIMED_WAITING);
        gate.open();

        assertThat(newest.get(30, TimeUnit.SECONDS).revision()).isGreaterThanOrEqualTo(2);
        assertThat(running.get(30, TimeUnit.SECONDS).revision()).isEqualTo(3);
    }

    @Test
    @DisplayName("R38 what was deleted for good is said to be so at once, and not taken for a race with others")
    void deletedForGood() {
        Room room = parts.room();
        database.dsl()
                .execute(
                        "delete from environment where id = {0}",
                        val(shop.access.environment().value()));

        assertThatThrownBy(() -> room.submit(shop.at(1, label(shop.bye, "late")), shop.access))
                .isInstanceOf(RoomUnavailable.class)
                .hasMessage("This environment was deleted for good.");
    }

    private CompletableFuture<Receipt> later(Room room, Edit edit) {
        return room.submitLater(shop.at(1, edit), shop.access, TextPolicy.REBASE);
    }

    /// Holds a turn up while it is closed, so that what comes meanwhile goes together in the next one.
    private static final class Gate extends SealedReducer {

        static final String BAD = "bad";

        private final CountDownLatch somebody = new CountDownLatch(1);
        private volatile CountDownLatch opened = new CountDownLatch(0);

        void close() {
            opened = new CountDownLatch(1);
        }

        void open() {
            opened.countDown();
        }

        void awaitSomebody() throws InterruptedException {
            somebody.await();
        }

        @Override
        public Reduction reduce(Environment before, Proposal proposal) {
            somebody.countDown();
            try {
                opened.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            if (proposal.edits().getFirst() instanceof Edit.Set set
                    && set.value().equals(BAD)) {
                throw new IllegalStateException(BAD);
            }
            return super.reduce(before, proposal);
        }
    }
}
