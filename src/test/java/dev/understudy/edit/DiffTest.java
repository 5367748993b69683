package dev.understudy.edit;

import static dev.understudy.edit.Documents.add;
import static dev.understudy.edit.Documents.applied;
import static dev.understudy.edit.Documents.empty;
import static dev.understudy.edit.Documents.id;
import static dev.understudy.edit.Documents.keep;
import static dev.understudy.edit.Documents.move;
import static dev.understudy.edit.Documents.remove;
import static dev.understudy.edit.Documents.replace;
import static dev.understudy.edit.Documents.set;
import static dev.understudy.edit.Documents.small;
import static dev.understudy.edit.Documents.splice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiffTest {

    @Test
    @DisplayName("E50 a document and itself differ in nothing")
    void nothing() {
        assertThat(Diff.between(small(), small())).isEmpty();
    }

    @Test
    @DisplayName("E51 one changed value is one set, one changed place in a long text is one splice")
    void values() {
        String body = "x".repeat(100);
        Environment before = applied(small(), set("r1", Schema.RESPONSE_BODY, body));
        Environment after = applied(
                before,
                set("r", Schema.ROUTE_ENDPOINT, "orders"),
                splice("r1", Schema.RESPONSE_BODY, keep(50), replace(1, "y"), keep(49)));
        assertThat(Diff.between(before, after))
                .containsExactlyInAnyOrder(
                        set("r", Schema.ROUTE_ENDPOINT, "orders"),
                        splice("r1", Schema.RESPONSE_BODY, keep(50), replace(1, "y"), keep(49)));
    }

    @Test
    @DisplayName("E51 a text that is mostly new is set as a whole")
    void newText() {
        Environment before = applied(small(), set("r1", Schema.RESPONSE_BODY, "a".repeat(40)));
        Environment after = applied(before, set("r1", Schema.RESPONSE_BODY, "b".repeat(40)));
        assertThat(Diff.between(before, after)).containsExactly(set("r1", Schema.RESPONSE_BODY, "b".repeat(40)));
    }

    @Test
    @DisplayName("E52 only the topmost removed node is removed, after what moves out of it")
    void removal() {
        Environment before = applied(small(), add("g", Kind.FOLDER, "f"), add("s", Kind.ROUTE, "g"));
        Environment after = applied(before, move("s", "root"), remove("f"));
        List<Edit> edits = Diff.between(before, after);
        assertThat(edits).hasSize(2);
        assertThat(edits.getFirst()).isInstanceOf(Edit.Move.class);
        assertThat(edits.getLast()).isEqualTo(remove("f"));
    }

    @Test
    @DisplayName("E52 folders that swap places never stand in a circle")
    void swap() {
        Environment before = applied(empty(), add("a", Kind.FOLDER, "root"), add("b", Kind.FOLDER, "a"));
        Environment after = applied(before, move("b", "root"), move("a", "b"));
        check(before, after);
    }

    @Test
    @DisplayName("E52 routes that swap their only responses keep them")
    void swappedResponses() {
        Environment before = applied(
                empty(),
                add("q", Kind.ROUTE, "root"),
                add("q1", Kind.RESPONSE, "q", Schema.RESPONSE_DEFAULT, true),
                add("r", Kind.ROUTE, "root"),
                add("r1", Kind.RESPONSE, "r", Schema.RESPONSE_DEFAULT, true));
        Environment after = applied(before, move("q1", "r"), move("r1", "q"));
        assertThat(after.get(id("q1")).parent()).isEqualTo(id("r"));
        check(before, applied(after, set("q1", Schema.RESPONSE_DEFAULT, true)));
    }

    @Test
    @DisplayName("E53 unknown properties of a node that stays are kept, and it is told which")
    void extras() {
        Environment before = small();
        Environment after = before.with(before.get(id("r")).withExtras(Map.of("x", "1")));
        assertThat(Diff.between(before, after)).isEmpty();
        assertThat(Diff.keptExtras(before, after, _ -> {})).containsExactly(id("r"));
    }

    @Test
    @DisplayName("E54 documents of different roots, or with a node of another kind, are not compared")
    void incomparable() {
        Environment otherRoot = Environment.of(Node.root(id("other")));
        assertThatThrownBy(() -> Diff.between(empty(), otherRoot)).isInstanceOf(IllegalArgumentException.class);
        Environment folder = applied(empty(), add("x", Kind.FOLDER, "root"));
        Environment route = applied(empty(), add("x", Kind.ROUTE, "root"));
        assertThatThrownBy(() -> Diff.between(folder, route)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("E50 what two large documents share costs a look")
    void cost() {
        Environment before = empty();
        for (int i = 0; i < 20_000; i++) {
            before = before.with(Node.of(
                    id("n" + i), Kind.FOLDER, Documents.ROOT, Slot.CHILDREN, new OrderKey("d%04d1".formatted(i))));
        }
        Environment after = applied(before, set("n7", Schema.FOLDER_NAME, "Seven"));
        assertThat(Diff.between(before, after)).containsExactly(set("n7", Schema.FOLDER_NAME, "Seven"));
    }

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, 4L, 5L, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("E50 applying the difference of any two documents to the one gives the other")
    void fuzz(long seed) {
        Random random = new Random(seed);
        RandomEdits edits = new RandomEdits(random);
        Environment common = grown(small(), edits, 150);
        for (int i = 0; i < 20; i++) {
            Environment before = grown(common, edits, random.nextInt(60));
            Environment after = grown(random.nextBoolean() ? common : before, edits, random.nextInt(60));
            check(before, after);
        }
    }

    private static Environment grown(Environment environment, RandomEdits edits, int changes) {
        Environment grown = environment;
        for (int i = 0; i < changes; i++) {
            if (Apply.apply(grown, edits.change(grown), _ -> false, false) instanceof Outcome.Accepted accepted) {
                grown = accepted.after();
            }
        }
        return grown;
    }

    private static void check(Environment before, Environment after) {
        List<Edit> edits = Diff.between(before, after);
        switch (Apply.apply(before, edits, _ -> false, false)) {
            case Outcome.Committed committed -> {
                assertThat(committed.after()).isEqualTo(after);
                assertThat(committed.notes()).isEmpty();
                assertThat(committed.effects()).extracting(Effect::edit).isEqualTo(edits);
            }
            case Outcome.NoEffect _ -> assertThat(before).isEqualTo(after);
            case Outcome.Adjusted adjusted -> throw new AssertionError(adjusted.notes());
            case Outcome.Rejected rejected -> throw new AssertionError(rejected);
        }
    }
}
