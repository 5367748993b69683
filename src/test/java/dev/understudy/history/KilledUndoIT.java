package dev.understudy.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.Room;
import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.edit.Replay;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Schema;
import dev.understudy.mock.MockFixture;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.TestAccess;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Ends the process that takes a step back at random moments, as a power cut would.
class KilledUndoIT {

    private static final int ROUTES = 300;
    private static final String CHANGED = "other/";
    private static final int KILLS = 4;
    private static final int MOST_MILLIS = 400;

    private static final Actor ANA = TestAccess.actor("Ana");

    private final TestDatabase database = TestDatabase.fresh();
    private EnvironmentId id;

    @Test
    @DisplayName("R49 a process that ends in the midst of an undo leaves all of it or nothing")
    void allOrNothing() throws IOException, InterruptedException {
        begin();
        long seed = System.nanoTime();
        System.out.println("KilledUndoIT seed " + seed);
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(random.nextInt(MOST_MILLIS));
            try (TestProcess process = TestProcess.another(database)) {
                Room room = process.rooms.open(access());
                Environment now = room.newest().environment();
                assertThat(changed(now)).isIn(0L, (long) ROUTES);
                assertThat(changed(replayed(room))).isEqualTo(changed(now));
                Undo undo = new Undo(process.rooms, process.sql);
                Step.Direction next = changed(now) > 0 ? Step.Direction.UNDO : Step.Direction.REDO;
                assertThat(undo.next(access(), next)).isPresent();
            }
        }
    }

    /// One step that changes every route.
    private void begin() {
        MockFixture fixture = new MockFixture();
        for (int number = 0; number < ROUTES; number++) {
            fixture.route("get", "route/" + number, "body");
        }
        try (TestProcess process = TestProcess.on(database, ANA)) {
            id = process.create(ANA, fixture.environment());
            Room room = process.rooms.open(access());
            List<Edit> edits = room.snapshot().environment().nodes().stream()
                    .filter(node -> node.kind() == Kind.ROUTE)
                    .<Edit>map(node -> new Edit.Set(node.id(), Schema.ROUTE_ENDPOINT.key(), CHANGED + node.id()))
                    .toList();
            var _ = room.submit(new Change("c", 1, room.snapshot().revision(), edits), access());
        }
    }

    /// So long after it began to take back and do again.
    private void killAfter(int millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        UndoLoop.class.getName(),
                        database.url(),
                        database.username(),
                        database.password(),
                        id.toString(),
                        ANA.displayName())
                .redirectErrorStream(true)
                .redirectError(ProcessBuilder.Redirect.to(new File("target/undo-loop.log")))
                .start();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.equals("Done")) {
                line = lines.readLine();
            }
            assertThat(line).as("what the process says").isNotNull();
            Thread.sleep(millis);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static long changed(Environment document) {
        return document.nodes().stream()
                .filter(node -> node.kind() == Kind.ROUTE
                        && node.get(Schema.ROUTE_ENDPOINT).startsWith(CHANGED))
                .count();
    }

    private static Environment replayed(Room room) {
        List<CommittedChange> log = room.changes(0, 100_000);
        Environment document = Replay.first(log.getFirst().effects());
        for (CommittedChange change : log.subList(1, log.size())) {
            document = Replay.next(document, change.effects());
        }
        return document;
    }

    private Access access() {
        return TestProcess.access(id, ANA);
    }
}
