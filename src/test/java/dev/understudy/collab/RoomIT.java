package dev.understudy.collab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.val;

import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.edit.Replay;
import dev.understudy.edit.TextChange;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.history.TestHistory;
import dev.understudy.server.Subscription;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.Forbidden;
import dev.understudy.team.Role;
import dev.understudy.team.TestAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoomIT {

    private static final Actor ANA = TestAccess.actor("Ana");
    private static final Actor BEN = TestAccess.actor("Ben");

    private static TestDatabase database;
    private static TestProcess process;
    private static TestProcess other;

    private final AtomicLong seq = new AtomicLong();
    private EnvironmentId environment;
    private NodeId route;
    private NodeId response;
    private Access ana;
    private Access ben;
    private Room room;

    @BeforeAll
    static void startTwoProcesses() {
        database = TestDatabase.fresh();
        process = TestProcess.on(database, ANA, BEN);
        other = TestProcess.another(database);
    }

    @AfterAll
    static void stop() {
        process.close();
        other.close();
    }

    @BeforeEach
    void createEnvironment() {
        route = id();
        response = id();
        Node root = Node.root(id()).with(Schema.ENVIRONMENT_NAME, "Coffee");
        Environment document = Environment.of(root)
                .with(Node.of(route, Kind.ROUTE, root.id(), Slot.CHILDREN, OrderKey.FIRST)
                        .with(Schema.ROUTE_ENDPOINT, "orders"))
                .with(Node.of(response, Kind.RESPONSE, route, Slot.RESPONSES, OrderKey.FIRST)
                        .with(Schema.RESPONSE_DEFAULT, true)
                        .with(Schema.RESPONSE_BODY, "hello"));
        environment = process.create(ANA, document);
        ana = TestProcess.access(environment, ANA);
        ben = TestProcess.access(environment, BEN);
        room = process.rooms.open(ana);
    }

    @Test
    @DisplayName("R1 the log starts with the adds of all nodes, and its revisions have no gaps")
    void logIsComplete() {
        room.submit(set("label", "Found"), ana);
        room.submit(set("label", "Here"), ana);

        List<CommittedChange> log = room.changes(0, 100);

        assertThat(log).extracting(CommittedChange::revision).containsExactly(1L, 2L, 3L);
        assertThat(log.getFirst().effects()).hasSize(3).allMatch(effect -> effect.edit() instanceof Edit.Add);
        assertThat(replayed(log)).isEqualTo(room.snapshot().environment());
    }

    @Test
    @DisplayName("R2 the stored nodes are what replaying the log gives")
    void storedNodesAreTheLog() {
        NodeId header = id();
        room.submit(
                change(new Edit.Add(header, Kind.HEADER, response, Slot.HEADERS, Optional.empty(), Map.of(), Map.of())),
                ana);
        room.submit(change(new Edit.Set(header, "key", "X-A"), new Edit.Set(response, "statusCode", 404)), ana);
        room.submit(change(new Edit.Remove(header)), ana);

        Environment stored = NodeStore.load(database.dsl(), room.branch());

        assertThat(stored).isEqualTo(replayed(room.changes(0, 100)));
        assertThat(stored).isEqualTo(room.snapshot().environment());
    }

    @Test
    @DisplayName("R3 the same client and number get the first answer again, also from another process")
    void repeatedSubmissionIsKnown() {
        Change change = set("label", "Found");

        Receipt first = room.submit(change, ana);
        room.submit(set("label", "Other"), ana);

        assertThat(room.submit(change, ana)).isEqualTo(first);
        assertThat(other.rooms.open(ana).submit(change, ana)).isEqualTo(first);
        assertThat(room.snapshot().environment().get(response).get(Schema.RESPONSE_LABEL))
                .isEqualTo("Other");
    }

    @Test
    @DisplayName("R4 a rejected change leaves nothing behind and the room goes on")
    void rejectedChangeLeavesNothing() {
        Receipt receipt =
                room.submit(change(new Edit.Set(response, "label", "A"), new Edit.Set(response, "nope", 1)), ana);

        assertThat(receipt.kind()).isEqualTo(Receipt.Kind.INVALID);
        assertThat(receipt.notes().getFirst().edit()).isEqualTo(1);
        assertThat(room.snapshot().revision()).isEqualTo(1);
        assertThat(room.submit(set("label", "B"), ana).revision()).isEqualTo(2);
    }

    @Test
    @DisplayName("R5 a viewer can change nothing")
    void viewerCannotSubmit() {
        Access viewer = TestProcess.access(environment, BEN, Role.VIEWER);

        assertThatThrownBy(() -> room.submit(set("label", "A"), viewer)).isInstanceOf(Forbidden.class);
        assertThat(room.snapshot().revision()).isEqualTo(1);
    }

    @Test
    @DisplayName("R6 splices of one text merge on the server, or are refused as stale if the client merges itself")
    void splicesMergeOrAreStale() {
        Receipt first = room.submit(at(1, splice(TextChange.between("hello", "hello you"))), ana);
        Change late = at(1, splice(TextChange.between("hello", "oh hello")));

        Receipt stale = room.submit(late, ben, TextPolicy.REFUSE_STALE);
        Receipt merged = room.submit(at(1, late.edits().getFirst()), ben);

        assertThat(first.kind()).isEqualTo(Receipt.Kind.COMMITTED);
        assertThat(stale.kind()).isEqualTo(Receipt.Kind.STALE);
        assertThat(merged.kind()).isEqualTo(Receipt.Kind.ADJUSTED);
        assertThat(room.snapshot().environment().get(response).get(Schema.RESPONSE_BODY))
                .isEqualTo("oh hello you");
    }

    @Test
    @DisplayName("R7 a change on top of a revision that does not exist yet is invalid")
    void baseInTheFuture() {
        assertThat(room.submit(at(99, new Edit.Set(response, "label", "A")), ana)
                        .kind())
                .isEqualTo(Receipt.Kind.INVALID);
    }

    @Test
    @DisplayName("R8 a removed id is not given again, but undo brings the node back under it")
    void removedIdsAreRetired() {
        NodeId header = id();
        Edit.Add add = new Edit.Add(
                header,
                Kind.HEADER,
                response,
                Slot.HEADERS,
                Optional.empty(),
                Map.of(Schema.HEADER_KEY, "X-A"),
                Map.of());
        room.submit(change(add), ana);
        Receipt removal = room.submit(change(new Edit.Remove(header)), ana);

        assertThat(room.submit(change(add), ana).kind()).isEqualTo(Receipt.Kind.INVALID);
        assertThat(TestHistory.removed(process.rooms, ana)).hasSize(1);
        Receipt undone = TestHistory.revert(process.rooms, process.sql, ana, removal.revision());

        assertThat(undone.kind()).isEqualTo(Receipt.Kind.COMMITTED);
        assertThat(room.snapshot().environment().get(header).get(Schema.HEADER_KEY))
                .isEqualTo("X-A");
        assertThat(TestHistory.removed(process.rooms, ana)).isEmpty();
        assertThat(new NodeLogStore(database.dsl(), room.branch()).removed(Set.of(header)))
                .isEmpty();
    }

    @Test
    @DisplayName("R9 subscribers get every change in order, and a slow one holds up nobody")
    void subscribersAreIndependent() throws InterruptedException {
        List<Long> quick = new CopyOnWriteArrayList<>();
        List<Long> slow = new CopyOnWriteArrayList<>();
        CountDownLatch release = new CountDownLatch(1);
        try (Subscription _ = room.subscribe(0, all -> all.forEach(change -> quick.add(change.revision())), () -> {});
                Subscription _ = room.subscribe(
                        0,
                        all -> {
                            awaitQuietly(release);
                            all.forEach(change -> slow.add(change.revision()));
                        },
                        () -> {})) {
            for (int i = 0; i < 20; i++) {
                room.submit(set("label", "v" + i), ana);
            }
            await().until(() -> quick.size() == 21);
            assertThat(slow).isEmpty();
            release.countDown();
            await().until(() -> slow.size() == 21);
        }
        assertThat(slow).isEqualTo(quick).isSorted();
    }

    @Test
    @DisplayName("P38 a subscriber that is closed is not interrupted: it may be in the middle of a query")
    void closingDoesNotInterrupt() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        List<Boolean> interrupted = new CopyOnWriteArrayList<>();
        Subscription subscription = room.subscribe(
                0,
                _ -> {
                    busy.countDown();
                    awaitQuietly(closed);
                    interrupted.add(Thread.currentThread().isInterrupted());
                },
                () -> {});
        busy.await();
        subscription.close();
        closed.countDown();
        await().until(() -> interrupted.size() == 1);
        assertThat(interrupted).containsExactly(false);
    }

    @Test
    @DisplayName("R10 edits submitted to two processes at once converge, and both streams have the same order")
    void twoProcessesAreOne() throws InterruptedException {
        Room second = other.rooms.open(ben);
        List<CommittedChange> seenHere = new CopyOnWriteArrayList<>();
        List<CommittedChange> seenThere = new CopyOnWriteArrayList<>();
        int each = 60;
        try (Subscription _ = room.subscribe(0, seenHere::addAll, () -> {});
                Subscription _ = second.subscribe(0, seenThere::addAll, () -> {})) {
            Thread here = Thread.ofVirtual().start(() -> typeInto(room, ana, each, new Random(1)));
            Thread there = Thread.ofVirtual().start(() -> typeInto(second, ben, each, new Random(2)));
            here.join();
            there.join();
            await().until(() -> seenHere.size() == seenThere.size()
                    && room.snapshot().revision() == second.snapshot().revision());
        }
        assertThat(room.snapshot()).isEqualTo(second.snapshot());
        assertThat(revisions(seenHere)).isEqualTo(revisions(seenThere)).isSorted();
        assertThat(room.snapshot().revision()).isEqualTo(1 + 2 * each);
        assertThat(replayed(room.changes(0, 1000))).isEqualTo(NodeStore.load(database.dsl(), room.branch()));
        String body = room.snapshot().environment().get(response).get(Schema.RESPONSE_BODY);
        assertThat(body.chars().filter(c -> c == 'A').count()).isEqualTo(each);
        assertThat(body.chars().filter(c -> c == 'B').count()).isEqualTo(each);
    }

    @Test
    @DisplayName("R11 changes that arrive while a transaction is running go together in the next one")
    void groupCommit() throws InterruptedException {
        List<Thread> authors = new ArrayList<>();
        List<Receipt> receipts = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 50; i++) {
            Change change = new Change("c" + i, 1, 1, List.of(new Edit.Set(response, "latency", i + 1)));
            authors.add(Thread.ofVirtual().start(() -> receipts.add(room.submit(change, ana))));
        }
        for (Thread author : authors) {
            author.join();
        }
        assertThat(receipts)
                .extracting(Receipt::revision)
                .doesNotHaveDuplicates()
                .hasSize(50);
        assertThat(room.snapshot().revision()).isEqualTo(51);
    }

    @Test
    @DisplayName("R12 the catalogue says how large an environment is and what was changed last, and follows its name")
    void catalogue() {
        room.submit(set("label", "Found"), ben);
        EnvironmentSummary summary = process.environments.summary(ana);

        assertThat(summary.routes()).isEqualTo(1);
        assertThat(summary.responses()).isEqualTo(1);
        assertThat(summary.lastChange().authorName()).isEqualTo("Ben");
        assertThat(summary.lastChange().what()).isEqualTo("Label of GET /orders");

        NodeId root = room.snapshot().environment().root().id();
        room.submit(change(new Edit.Set(root, "name", "Tea")), ana);
        assertThat(process.environments.summary(ana).name()).isEqualTo("Tea");
    }

    @Test
    @DisplayName("R15 who created, deleted and restored an environment stands in the audit log")
    void audit() {
        process.environments.trash(ana);
        process.environments.trash(ana);
        process.environments.restore(ana);

        String id = ana.environment().toString();
        assertThat(database.dsl()
                        .resultQuery(
                                "select action, actor_id from audit where detail->>'environment' = {0} order by id",
                                val(id))
                        .fetch(row -> row.get(0, String.class) + " " + row.get(1)))
                .containsExactly(
                        "environment-created " + ANA.user(),
                        "environment-deleted " + ANA.user(),
                        "environment-restored " + ANA.user());
    }

    private void typeInto(Room target, Access who, int times, Random random) {
        String letter = who.actor().equals(ANA) ? "A" : "B";
        for (int i = 0; i < times; i++) {
            Snapshot seen = target.snapshot();
            String text = seen.environment().get(response).get(Schema.RESPONSE_BODY);
            int at = random.nextInt(text.length() + 1);
            TextChange typed = TextChange.between(text, text.substring(0, at) + letter + text.substring(at));
            Change change = new Change("typist-" + letter, i, seen.revision(), List.of(splice(typed)));
            assertThat(target.submit(change, who).kind().isAccepted()).isTrue();
        }
    }

    private Environment replayed(List<CommittedChange> log) {
        Environment environmentThen = Replay.first(log.getFirst().effects());
        for (CommittedChange change : log.subList(1, log.size())) {
            environmentThen = Replay.next(environmentThen, change.effects());
        }
        return environmentThen;
    }

    private static List<Long> revisions(List<CommittedChange> changes) {
        return changes.stream().map(CommittedChange::revision).toList();
    }

    private Edit splice(TextChange change) {
        return new Edit.Splice(response, "body", change);
    }

    private Change set(String field, Object value) {
        return change(new Edit.Set(response, field, value));
    }

    private Change change(Edit... edits) {
        return new Change("test", seq.incrementAndGet(), room.snapshot().revision(), List.of(edits));
    }

    private Change at(long base, Edit... edits) {
        return new Change("test", seq.incrementAndGet(), base, List.of(edits));
    }

    private static NodeId id() {
        return new NodeId(UUID.randomUUID().toString());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
