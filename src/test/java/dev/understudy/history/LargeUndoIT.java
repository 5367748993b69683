package dev.understudy.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.collab.Receipt;
import dev.understudy.collab.Room;
import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Diff;
import dev.understudy.edit.Edit;
import dev.understudy.edit.TextChange;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.history.Step.Direction;
import dev.understudy.mock.MockFixture;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.TestAccess;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Takes back what is as large as it gets.
class LargeUndoIT {

    private static final Actor ANA = TestAccess.actor("Ana");
    private static final int MEGABYTE = 1_000_000;

    private TestProcess process;
    private Access ana;
    private NodeId response;
    private int numbers;

    @BeforeEach
    void anEnvironment() {
        process = TestProcess.on(TestDatabase.fresh(), ANA);
        EnvironmentId id =
                process.create(ANA, new MockFixture().route("get", "one", "x").environment());
        ana = TestProcess.access(id, ANA);
        response = document().nodes().stream()
                .filter(node -> node.kind() == Kind.RESPONSE)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    @DisplayName("R48 a step of thousands of nodes is taken back and done again as a whole")
    void manyNodes() {
        Environment before = document();
        MockFixture large = new MockFixture().route("get", "one", "x");
        for (int number = 0; number < 5_000; number++) {
            large.route("get", "route/" + number, "body");
        }
        submit(
                Optional.empty(),
                Diff.between(before, large.environment()).stream()
                        .filter(Edit.Add.class::isInstance)
                        .toList());
        Environment after = document();
        assertThat(after.size()).isGreaterThan(10_000);
        assertThat(time("undo of 10,000 nodes", Direction.UNDO)).isInstanceOf(Undone.Done.class);
        assertThat(document()).isEqualTo(before);
        assertThat(time("redo of 10,000 nodes", Direction.REDO)).isInstanceOf(Undone.Done.class);
        assertThat(document()).isEqualTo(after);
    }

    @Test
    @DisplayName("R48 steps of a megabyte each are taken back one after the other")
    void largeValues() {
        for (int number = 0; number < 50; number++) {
            submit(
                    Optional.empty(),
                    List.of(new Edit.Set(
                            response,
                            Schema.RESPONSE_BODY.key(),
                            Character.toString('a' + number % 26).repeat(MEGABYTE) + number)));
        }
        for (int number = 48; number >= 0; number--) {
            assertThat(time("undo of 1 MB", Direction.UNDO)).isInstanceOf(Undone.Done.class);
            assertThat(body()).hasSizeGreaterThan(MEGABYTE).endsWith(Integer.toString(number));
        }
    }

    @Test
    @DisplayName("R48 a step of a thousand changes of a large text is taken back as one")
    void manyChanges() {
        String text = "line of text\n".repeat(MEGABYTE / 13);
        submit(Optional.empty(), List.of(new Edit.Set(response, Schema.RESPONSE_BODY.key(), text)));
        for (int number = 0; number < StepSearch.MAX_CHANGES; number++) {
            String now = body();
            String then = now.substring(0, 500 + number) + "x" + now.substring(500 + number);
            submit(
                    Optional.of("typing"),
                    List.of(new Edit.Splice(response, Schema.RESPONSE_BODY.key(), TextChange.between(now, then))));
        }
        assertThat(time("undo of 1,000 changes", Direction.UNDO)).isInstanceOf(Undone.Done.class);
        assertThat(body()).isEqualTo(text);
    }

    private Undone time(String what, Direction direction) {
        Undo undo = new Undo(process.rooms, process.sql);
        long start = System.nanoTime();
        Undone undone = undo.take(ana, undo.next(ana, direction).orElseThrow()).orElseThrow();
        System.out.printf("%s: %d ms%n", what, (System.nanoTime() - start) / 1_000_000);
        return undone;
    }

    private String body() {
        return document().get(response).get(Schema.RESPONSE_BODY);
    }

    private Environment document() {
        return room().snapshot().environment();
    }

    private Room room() {
        return process.rooms.open(ana);
    }

    private void submit(Optional<String> step, List<Edit> edits) {
        long before = room().snapshot().revision();
        Receipt receipt = room().submit(new Change("c", ++numbers, before, edits, step), ana);
        assertThat(receipt.revision()).as("%s", receipt.notes()).isEqualTo(before + 1);
    }
}
