package dev.understudy.edit;

import static dev.understudy.edit.Documents.ROOT;
import static dev.understudy.edit.Documents.add;
import static dev.understudy.edit.Documents.applied;
import static dev.understudy.edit.Documents.apply;
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

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Limits;
import dev.understudy.environment.Node;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApplyTest {

    @Test
    @DisplayName("E1 a rejected change leaves nothing behind and names the edit and the reason")
    void allOrNothing() {
        Environment before = small();
        Outcome outcome = apply(before, set("r", Schema.ROUTE_ENDPOINT, "x"), set("r1", Schema.RESPONSE_STATUS, 1_000));
        assertThat(outcome)
                .isEqualTo(new Outcome.Rejected(
                        1, Outcome.Reason.INVALID, "Status must be between 100 and 999, not 1000."));
    }

    @Test
    @DisplayName("E2 a change that goes in as sent is committed, and what changed nothing is noted")
    void committed() {
        Outcome outcome = apply(small(), set("r", Schema.ROUTE_ENDPOINT, ""), set("r", Schema.ROUTE_METHOD, "put"));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Committed.class, committed -> {
            assertThat(committed.effects()).hasSize(1);
            assertThat(committed.notes()).containsExactly(new Note(0, "It has this value already."));
        });
    }

    @Test
    @DisplayName("E2 a change of which something came out otherwise is adjusted")
    void adjusted() {
        assertThat(apply(small(), set("r1", Schema.RESPONSE_BUCKET, "nope"), set("r", Schema.ROUTE_METHOD, "put")))
                .isInstanceOfSatisfying(
                        Outcome.Adjusted.class,
                        outcome -> assertThat(outcome.notes())
                                .containsExactly(
                                        new Note(0, "There is no data bucket \"nope\", so the field was left empty.")));
    }

    @Test
    @DisplayName("E4 what is as it was before has no effect, whatever happened in between")
    void nothingAtAll() {
        assertThat(apply(small(), add("x", Kind.FOLDER, "root"), remove("x"))).isInstanceOf(Outcome.NoEffect.class);
        assertThat(apply(small(), move("f", "root", "a5"), move("f", "root", "a0")))
                .isInstanceOf(Outcome.NoEffect.class);
    }

    @Test
    @DisplayName("E3 an effect holds what takes it back, parents first for what was removed")
    void inverses() {
        Environment before = small();
        Outcome.Accepted accepted = (Outcome.Accepted) apply(before, remove("f"));
        assertThat(accepted.effects().getFirst().inverse())
                .extracting(Edit::node)
                .containsExactly(id("f"), id("r"), id("r1"), id("h"), id("r2"));
        assertThat(undone(accepted)).isEqualTo(before);
    }

    @Test
    @DisplayName("E3 undoing a default's removal gives the default back without a note")
    void undoDefault() {
        Environment before = small();
        Outcome.Accepted removed = (Outcome.Accepted) apply(before, remove("r1"));
        List<Edit> inverse = new ArrayList<>();
        removed.effects().reversed().forEach(effect -> inverse.addAll(effect.inverse()));
        assertThat(Apply.apply(removed.after(), inverse, _ -> false, false))
                .isInstanceOfSatisfying(Outcome.Committed.class, undone -> {
                    assertThat(undone.after()).isEqualTo(before);
                    assertThat(undone.notes()).isEmpty();
                });
    }

    @Test
    @DisplayName("E24 a retired id is refused")
    void retired() {
        Outcome outcome = Apply.apply(small(), List.of(add("x", Kind.FOLDER, "root")), id("x")::equals, false);
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    @DisplayName("E34 a fresh response takes no id that somebody else has")
    void takenResponseId() {
        Environment fresh = applied(empty(), add("r", Kind.ROUTE, "root"));
        Node response = fresh.children(id("r"), Slot.RESPONSES).iterator().next();
        Environment before = empty().with(Node.of(response.id(), Kind.FOLDER, ROOT, Slot.CHILDREN, OrderKey.FIRST));
        Environment after = applied(before, add("r", Kind.ROUTE, "root"));
        assertThat(after.children(id("r"), Slot.RESPONSES)).hasSize(1);
        assertThat(after.get(response.id()).kind()).isEqualTo(Kind.FOLDER);
    }

    @Test
    @DisplayName("E34 a route that loses its last response because its replacement failed gets a fresh one")
    void failedReplacement() {
        Environment before = applied(small(), remove("r2"));
        Outcome outcome = apply(before, remove("r1"), add("x", Kind.RESPONSE, "r"), remove("h"), remove("r1"));
        assertThat(((Outcome.Committed) outcome).after().children(id("r"), Slot.RESPONSES))
                .hasSize(1);
        Outcome failed = apply(before, remove("r1"), remove("x"), move("r2", "r"), add("y", Kind.RESPONSE, "gone"));
        assertThat(failed).isInstanceOf(Outcome.NoEffect.class);
    }

    @Test
    @DisplayName("E40 limits count after the whole change: a large body may make room for another")
    void limitOfTheResult() {
        Environment before = full();
        String body = "y".repeat(Limits.MAX_LONG_TEXT);
        assertThat(apply(before, set("r2", Schema.RESPONSE_BODY, body), set("r1", Schema.RESPONSE_BODY, "")))
                .isInstanceOf(Outcome.Committed.class);
    }

    @Test
    @DisplayName("E42 an environment has 15 MB at most; the refusal tells the limit and the value")
    void tooManyBytes() {
        assertThat(apply(full(), set("r2", Schema.RESPONSE_BODY, "y".repeat(Limits.MAX_LONG_TEXT))))
                .isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(Outcome.Reason.TOO_LARGE);
                    assertThat(rejected.message()).contains("15,728,640").endsWith(".");
                });
    }

    @Test
    @DisplayName("E42 an environment beyond a limit may still shrink")
    void shrink() {
        Environment before = full();
        Environment beyond =
                before.with(before.get(id("r2")).with(Schema.RESPONSE_BODY, "y".repeat(Limits.MAX_LONG_TEXT)));
        assertThat(apply(beyond, set("r", Schema.ROUTE_ENDPOINT, "longer"))).isInstanceOf(Outcome.Rejected.class);
        assertThat(apply(beyond, splice("r2", Schema.RESPONSE_BODY, replace(1, ""), keep(Limits.MAX_LONG_TEXT - 1))))
                .isInstanceOf(Outcome.Committed.class);
    }

    @Test
    @DisplayName("E42 an environment has 50,000 nodes at most")
    void tooManyNodes() {
        Environment before = empty();
        for (int i = 1; i < Limits.MAX_NODES; i++) {
            before = before.with(
                    Node.of(id("n" + i), Kind.HEADER, ROOT, Slot.HEADERS, new OrderKey("e%05d1".formatted(i))));
        }
        assertThat(before.size()).isEqualTo(Limits.MAX_NODES);
        assertThat(apply(before, remove("n1"), add("x", Kind.HEADER, "root"))).isInstanceOf(Outcome.Committed.class);
        assertThat(apply(before, add("x", Kind.HEADER, "root")))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.message())
                                .isEqualTo(
                                        "The environment would have 50,001 parts (routes, responses, headers, …), and the limit is 50,000. Remove some first."));
    }

    @Test
    @DisplayName("E43 a text has a limit of its own, whether set or spliced")
    void longText() {
        String tooLong = "x".repeat(Limits.MAX_LONG_TEXT + 1);
        assertThat(apply(small(), set("r1", Schema.RESPONSE_BODY, tooLong)))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.message())
                                .isEqualTo("Body has 5,242,881 characters, and the limit is 5,242,880."));
        assertThat(apply(small(), splice("r1", Schema.RESPONSE_BODY, replace(2, tooLong))))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.message())
                                .isEqualTo("Body has 5,242,881 characters, and the limit is 5,242,880."));
        assertThat(apply(small(), set("r", Schema.ROUTE_ENDPOINT, "x".repeat(Limits.MAX_SHORT_TEXT + 1))))
                .isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    @DisplayName("E43 an order key has 200 characters at most, also one that the server makes")
    void orderKeys() {
        String longest = "a0" + "V".repeat(OrderKey.MAX_LENGTH - 2);
        assertThat(apply(small(), move("f", "root", longest))).isInstanceOf(Outcome.Committed.class);
        assertThat(apply(small(), move("f", "root", longest + "V"))).isInstanceOf(Outcome.Rejected.class);
        Environment full = applied(small(), move("f", "root", "z".repeat(OrderKey.MAX_LENGTH)));
        assertThat(apply(full, add("x", Kind.FOLDER, "root"))).isInstanceOf(Outcome.Rejected.class);
        assertThat(apply(full, add("x", Kind.ROUTE, "f"))).isInstanceOf(Outcome.Committed.class);
    }

    private static Environment undone(Outcome.Accepted accepted) {
        List<Effect> inverse = new ArrayList<>();
        accepted.effects()
                .reversed()
                .forEach(effect -> effect.inverse().forEach(edit -> inverse.add(new Effect(edit, List.of()))));
        return Replay.next(accepted.after(), inverse);
    }

    /// Two bodies of the largest size and one that is just small enough.
    private static Environment full() {
        Environment environment = applied(small(), add("q", Kind.ROUTE, "root"), add("q1", Kind.RESPONSE, "q"));
        String body = "x".repeat(Limits.MAX_LONG_TEXT);
        environment = environment.with(environment.get(id("r1")).with(Schema.RESPONSE_BODY, body));
        environment = environment.with(environment.get(id("q1")).with(Schema.RESPONSE_BODY, body));
        int room = (int) (Limits.MAX_ENVIRONMENT_BYTES - environment.bytes());
        return environment.with(environment.get(id("r2")).with(Schema.RESPONSE_BODY, "y".repeat(room)));
    }
}
