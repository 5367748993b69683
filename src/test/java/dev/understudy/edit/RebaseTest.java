package dev.understudy.edit;

import static dev.understudy.edit.Documents.apply;
import static dev.understudy.edit.Documents.id;
import static dev.understudy.edit.Documents.keep;
import static dev.understudy.edit.Documents.remove;
import static dev.understudy.edit.Documents.replace;
import static dev.understudy.edit.Documents.set;
import static dev.understudy.edit.Documents.small;
import static dev.understudy.edit.Documents.splice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Schema;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebaseTest {

    @Test
    @DisplayName("E16 edits other than splices go over anything as they are")
    void others() {
        List<Edit> edits = List.of(set("r1", Schema.RESPONSE_BODY, "x"), remove("r2"));
        assertThat(Rebase.over(edits, effects(set("r1", Schema.RESPONSE_BODY, "y"))))
                .isSameAs(edits);
    }

    @Test
    @DisplayName("E16 only splices are concerned by what others did, and by nothing but what they did to the same node")
    void concerned() {
        assertThat(Rebase.concerned(List.of(
                        set("r1", Schema.RESPONSE_BODY, "x"),
                        remove("r2"),
                        splice("r3", Schema.RESPONSE_BODY, keep(2)))))
                .containsExactly(id("r3"));
    }

    @Test
    @DisplayName("E16 a splice is touched by what changed its own text, and by nothing else")
    void touches() {
        Edit.Splice splice = splice("r1", Schema.RESPONSE_BODY, keep(2), replace(0, "x"));
        assertThat(Rebase.touches(splice, effects(set("r1", Schema.RESPONSE_BODY, "[]"))))
                .isTrue();
        assertThat(Rebase.touches(splice, effects(splice("r1", Schema.RESPONSE_BODY, replace(2, "")))))
                .isTrue();
        assertThat(Rebase.touches(splice, effects(set("r1", Schema.RESPONSE_LABEL, "[]"))))
                .isFalse();
        assertThat(Rebase.touches(splice, effects(set("r2", Schema.RESPONSE_BODY, "[]"))))
                .isFalse();
    }

    @Test
    @DisplayName("E19 a set did to a text what its smallest replacement does")
    void setAsChange() {
        Effect effect = effects(set("r1", Schema.RESPONSE_BODY, "{1}")).getFirst();
        assertThat(Rebase.textChangeOf(effect, id("r1"), "body"))
                .contains(new TextChange(List.of(keep(1), replace(0, "1"), keep(1))));
        assertThat(Rebase.textChangeOf(effect, id("r1"), "label")).isEmpty();
        assertThat(Rebase.textChangeOf(effect, id("r2"), "body")).isEmpty();
    }

    @Test
    @DisplayName("E15 a splice that fits the head but not its base fits nothing afterwards")
    void misfit() {
        List<Effect> committed = effects(splice("r1", Schema.RESPONSE_BODY, keep(2), replace(0, "x")));
        List<Edit> edits =
                Rebase.over(List.of(splice("r1", Schema.RESPONSE_BODY, keep(3), replace(0, "y"))), committed);
        Environment head = ((Outcome.Accepted)
                        apply(small(), splice("r1", Schema.RESPONSE_BODY, keep(2), replace(0, "x"))))
                .after();
        assertThat(Apply.apply(head, edits, _ -> false, true)).isInstanceOf(Outcome.Rejected.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("E20 two splices go over two others to the same text as the others go over them")
    void sequences(long seed) {
        RandomEdits random = new RandomEdits(new Random(seed));
        for (int i = 0; i < 500; i++) {
            String base = "some text";
            TextChange theirs1 = random.textChange(base);
            TextChange theirs2 = random.textChange(theirs1.applyTo(base));
            TextChange mine1 = random.textChange(base);
            TextChange mine2 = random.textChange(mine1.applyTo(base));
            List<Edit> rebased = Rebase.over(
                    List.of(spliced(mine1), spliced(mine2)),
                    List.of(new Effect(spliced(theirs1), List.of()), new Effect(spliced(theirs2), List.of())));
            List<Edit> inParts = Rebase.over(
                    Rebase.over(
                            List.of(spliced(mine1), spliced(mine2)), List.of(new Effect(spliced(theirs1), List.of()))),
                    List.of(new Effect(spliced(theirs2), List.of())));
            assertThat(inParts).isEqualTo(rebased);
            String viaThem = theirs2.applyTo(theirs1.applyTo(base));
            for (Edit edit : rebased) {
                viaThem = ((Edit.Splice) edit).change().applyTo(viaThem);
            }
            TextChange theirs1Later = theirs1.under(mine1);
            TextChange theirs2Later = theirs2.under(mine1.over(theirs1));
            String viaMe = theirs1Later.under(mine2).applyTo(mine2.applyTo(mine1.applyTo(base)));
            viaMe = theirs2Later.under(mine2.over(theirs1Later)).applyTo(viaMe);
            assertThat(viaThem).isEqualTo(viaMe);
        }
    }

    private static Edit spliced(TextChange change) {
        return new Edit.Splice(id("r1"), "body", change);
    }

    private static List<Effect> effects(Edit... edits) {
        return ((Outcome.Accepted) apply(small(), edits)).effects();
    }
}
