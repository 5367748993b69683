package dev.understudy.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.edit.TakeBack.Whose;
import dev.understudy.edit.TextChange.Part;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TakeBackTest {

    private static final NodeId RESPONSE = Documents.id("r1");
    private static final String BODY = Schema.RESPONSE_BODY.key();

    private record Logged(Whose whose, List<Effect> effects) {}

    private Environment head = Documents.small();
    private final List<Logged> log = new ArrayList<>();

    private void commit(Whose whose, Edit... edits) {
        Outcome.Accepted accepted = (Outcome.Accepted) Apply.apply(head, List.of(edits), _ -> false, false);
        head = accepted.after();
        log.add(new Logged(whose, accepted.effects()));
    }

    private TakeBack.Result taken() {
        TakeBack back = new TakeBack(head);
        log.forEach(
                change -> back.read(change.whose(), change.whose() == Whose.OTHERS ? "Ben" : "Ana", change.effects()));
        TakeBack.Result result = back.result();
        if (!result.edits().isEmpty()) {
            head = ((Outcome.Accepted) Apply.apply(head, result.edits(), _ -> false, false)).after();
        }
        return result;
    }

    private static Edit.Set status(int status) {
        return new Edit.Set(RESPONSE, Schema.RESPONSE_STATUS.key(), status);
    }

    private int status() {
        return head.get(RESPONSE).get(Schema.RESPONSE_STATUS);
    }

    private String body() {
        return head.get(RESPONSE).get(Schema.RESPONSE_BODY);
    }

    @Test
    @DisplayName("R42 a value comes back unless somebody else set it since, who is named")
    void values() {
        commit(Whose.TAKEN, status(404));
        commit(Whose.TAKEN, status(405));
        assertThat(taken().left()).isEmpty();
        assertThat(status()).isEqualTo(200);
        commit(Whose.OTHERS, status(500));
        log.subList(0, 2).clear();
        log.addFirst(new Logged(Whose.TAKEN, List.of(new Effect(status(404), List.of(status(200))))));
        assertThat(taken().left()).containsExactly(new TakeBack.Left(RESPONSE, Optional.of("statusCode"), "Ben"));
        assertThat(status()).isEqualTo(500);
    }

    @Test
    @DisplayName("R42 what somebody set in between comes back, if one set it again oneself")
    void inBetween() {
        commit(Whose.TAKEN, status(404));
        commit(Whose.OTHERS, status(500));
        commit(Whose.TAKEN, status(405));
        taken();
        assertThat(status()).isEqualTo(500);
    }

    @Test
    @DisplayName("R42 a text that somebody else wrote as a whole stays")
    void wholeText() {
        commit(Whose.TAKEN, new Edit.Set(RESPONSE, BODY, "mine"));
        commit(Whose.OTHERS, new Edit.Set(RESPONSE, BODY, "theirs"));
        assertThat(taken().left()).hasSize(1);
        assertThat(body()).isEqualTo("theirs");
    }

    @Test
    @DisplayName("R42 what was moved into what one made, and can't go back, is not taken away with it")
    void nothingElseGoes() {
        commit(Whose.OTHERS, Documents.add("old", Kind.FOLDER, "root"), Documents.move("r", "old"));
        log.clear();
        commit(Whose.TAKEN, Documents.add("new", Kind.FOLDER, "root"), Documents.move("r", "new"));
        commit(Whose.OTHERS, new Edit.Remove(Documents.id("old")));
        assertThat(taken().inTheWay()).isPresent();
        assertThat(head.contains(Documents.id("r"))).isTrue();
        assertThat(head.contains(Documents.id("new"))).isTrue();
    }

    @Test
    @DisplayName("R42 the default response that somebody else chose since stays the default one")
    void defaultResponse() {
        commit(Whose.OTHERS, Documents.add("r3", Kind.RESPONSE, "r"));
        log.clear();
        commit(Whose.TAKEN, defaultIs("r2"));
        commit(Whose.OTHERS, defaultIs("r3"));
        assertThat(taken().left()).extracting(TakeBack.Left::by).containsOnly("Ben");
        assertThat(head.get(Documents.id("r3")).get(Schema.RESPONSE_DEFAULT)).isTrue();
    }

    @Test
    @DisplayName("R42 a default response that comes back is not the default one if somebody else chose another since")
    void defaultResponseComesBack() {
        commit(Whose.OTHERS, Documents.add("r3", Kind.RESPONSE, "r"));
        log.clear();
        commit(Whose.TAKEN, new Edit.Remove(RESPONSE));
        commit(Whose.OTHERS, defaultIs("r3"));
        taken();
        assertThat(head.contains(RESPONSE)).isTrue();
        assertThat(head.get(Documents.id("r3")).get(Schema.RESPONSE_DEFAULT)).isTrue();
    }

    @Test
    @DisplayName("R42 what others refer to by now is not taken away")
    void neededElsewhere() {
        commit(
                Whose.TAKEN,
                new Edit.Add(
                        Documents.id("b"),
                        Kind.BUCKET,
                        Documents.ROOT,
                        Slot.of(Kind.BUCKET),
                        Optional.empty(),
                        Map.of(Schema.BUCKET_ID, "b123"),
                        Map.of()));
        commit(Whose.OTHERS, new Edit.Set(RESPONSE, "databucketID", "b123"));
        assertThat(taken().inTheWay()).isPresent();
        assertThat(head.contains(Documents.id("b"))).isTrue();
    }

    @Test
    @DisplayName("R42 what somebody else brought back and took away again stays away")
    void takenAwayAgain() {
        commit(Whose.TAKEN, new Edit.Remove(Documents.id("f")));
        Edit[] back = log.getFirst().effects().getFirst().inverse().toArray(Edit[]::new);
        commit(Whose.OTHERS, back);
        commit(Whose.OTHERS, new Edit.Remove(Documents.id("f")));
        assertThat(taken().alone()).isFalse();
        assertThat(head.contains(Documents.id("f"))).isFalse();
    }

    private static Edit.Set defaultIs(String response) {
        return new Edit.Set(Documents.id(response), Schema.RESPONSE_DEFAULT.key(), true);
    }

    @RepeatedTest(300)
    @DisplayName("R42 of a text all comes back that one took out, and all that others wrote stays, letter by letter")
    void letters(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Set<Integer> expected = new HashSet<>();
        Letters letters = new Letters(random);
        commit(Whose.OTHERS, new Edit.Set(RESPONSE, BODY, letters.fresh(8)));
        log.clear();
        body().chars().forEach(expected::add);
        int changes = 1 + random.nextInt(12);
        for (int change = 0; change < changes; change++) {
            boolean mine = random.nextBoolean();
            String before = body();
            TextChange typed = letters.change(before);
            commit(mine ? Whose.TAKEN : Whose.OTHERS, new Edit.Splice(RESPONSE, BODY, typed));
            if (!mine) {
                Set<Integer> gone = new HashSet<>(before.chars().boxed().toList());
                body().chars().forEach(letter -> {
                    if (!gone.remove(letter)) {
                        expected.add(letter);
                    }
                });
                expected.removeAll(gone);
            }
        }
        taken();
        assertThat(body().chars().boxed()).containsExactlyInAnyOrderElementsOf(expected);
    }

    /// Types letters that nobody typed before, and deletes some.
    private static final class Letters {

        private final Random random;
        private int next = 0x4E00;

        Letters(Random random) {
            this.random = random;
        }

        String fresh(int count) {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < count; at++) {
                text.appendCodePoint(next++);
            }
            return text.toString();
        }

        TextChange change(String text) {
            int start = random.nextInt(text.length() + 1);
            int end = random.nextInt(3) == 0 ? start + random.nextInt(text.length() - start + 1) : start;
            int typed = end > start ? random.nextInt(3) : 1 + random.nextInt(3);
            return new TextChange(List.of(
                    new Part.Keep(start),
                    new Part.Replace(end - start, fresh(typed)),
                    new Part.Keep(text.length() - end)));
        }
    }
}
