package dev.understudy.history.past;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.collab.Room;
import dev.understudy.collab.Snapshot;
import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.history.Step;
import dev.understudy.history.TestHistory;
import dev.understudy.history.Undo;
import dev.understudy.history.Undone;
import dev.understudy.mock.MockFixture;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.TestAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Goes back in a large document without a moment in which nobody changes it.
class BusyRestorationIT {

    private static final int ROUTES = 2_000;

    private static final Actor ANA = TestAccess.actor("Ana");
    private static final Actor BEN = TestAccess.actor("Ben");

    private TestProcess process;
    private Access ana;
    private Access ben;
    private List<NodeId> routes;
    private Snapshot before;

    @BeforeEach
    void everyRouteChanged() {
        process = TestProcess.on(TestDatabase.fresh(), ANA, BEN);
        MockFixture fixture = new MockFixture();
        for (int number = 0; number < ROUTES; number++) {
            fixture.route("get", "route/" + number, "body");
        }
        EnvironmentId id = process.create(ANA, fixture.environment());
        ana = TestProcess.access(id, ANA);
        ben = TestProcess.access(id, BEN);
        before = room().snapshot();
        routes = before.environment().nodes().stream()
                .filter(node -> node.kind() == Kind.ROUTE)
                .map(Node::id)
                .toList();
        submit(
                ana,
                1,
                routes.stream()
                        .<Edit>map(route -> new Edit.Set(route, Schema.ROUTE_DOCUMENTATION.key(), "changed"))
                        .toList());
    }

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    @DisplayName("R47 going back comes to its end however many others type meanwhile, and leaves what they wrote")
    void everybodyTypes() throws InterruptedException {
        Snapshot seen = room().snapshot();
        Typing others = new Typing();
        Restored restored = new Restoration(process.rooms).restore(ana, before.environment(), Set.of(), seen);
        others.end();
        assertThat(restored)
                .isInstanceOfSatisfying(
                        Restored.Done.class,
                        went -> assertThat(went.left())
                                .hasSizeGreaterThanOrEqualTo(20)
                                .allSatisfy(left -> assertThat(left.by()).isEqualTo("Ben")));
        others.isLeft();
    }

    @Test
    @DisplayName("R47 so does an undo")
    void undo() throws InterruptedException {
        Typing others = new Typing();
        Undo undo = TestHistory.undo(process.rooms, process.sql);
        Optional<Undone> undone =
                undo.take(ana, undo.next(ana, Step.Direction.UNDO).orElseThrow());
        others.end();
        assertThat(undone)
                .get()
                .isInstanceOfSatisfying(
                        Undone.Done.class,
                        done -> assertThat(done.left())
                                .hasSizeGreaterThanOrEqualTo(20)
                                .allSatisfy(left -> assertThat(left.by()).isEqualTo("Ben")));
        others.isLeft();
    }

    /// Ben, who never stops.
    private final class Typing {

        private final Map<NodeId, String> written = new ConcurrentHashMap<>();
        private final Set<NodeId> elsewhere = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean done = new AtomicBoolean();
        private final Thread thread;

        private Typing() throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(20);
            this.thread = Thread.ofVirtual().start(() -> {
                Random random = new Random(5);
                for (int number = 1; !done.get(); number++) {
                    write(routes.get(random.nextInt(ROUTES)), number);
                    begun.countDown();
                }
            });
            begun.await();
        }

        private void write(NodeId route, int number) {
            Environment document = room().snapshot().environment();
            NodeId response =
                    document.children(route, Slot.RESPONSES).iterator().next().id();
            submit(
                    ben,
                    number,
                    List.of(
                            new Edit.Set(route, Schema.ROUTE_DOCUMENTATION.key(), "Ben " + number),
                            new Edit.Set(response, Schema.RESPONSE_LABEL.key(), "Ben")));
            written.put(route, "Ben " + number);
            elsewhere.add(response);
        }

        private void end() throws InterruptedException {
            done.set(true);
            thread.join();
        }

        /// All of it, and everything else is as it was before.
        private void isLeft() {
            Environment now = room().snapshot().environment();
            assertThat(now.nodes().stream().filter(node -> node.kind() == Kind.ROUTE))
                    .allSatisfy(route -> assertThat(route.get(Schema.ROUTE_DOCUMENTATION))
                            .isEqualTo(written.getOrDefault(route.id(), "")));
            assertThat(elsewhere)
                    .allSatisfy(response -> assertThat(now.get(response).get(Schema.RESPONSE_LABEL))
                            .isEqualTo("Ben"));
        }
    }

    private Room room() {
        return process.rooms.open(ana);
    }

    private void submit(Access author, int number, List<Edit> edits) {
        room().submit(new Change("c", number, room().snapshot().revision(), edits), author);
    }
}
