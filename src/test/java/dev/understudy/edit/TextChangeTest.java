package dev.understudy.edit;

import static dev.understudy.edit.Documents.keep;
import static dev.understudy.edit.Documents.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextChangeTest {

    @Test
    @DisplayName("E15 a change keeps, deletes and inserts along the text")
    void applies() {
        assertThat(change(keep(1), replace(2, "XYZ"), keep(1), replace(0, "!")).applyTo("abcd"))
                .isEqualTo("aXYZd!");
    }

    @Test
    @DisplayName("E15 a change of another length does not apply")
    void wrongLength() {
        assertThatThrownBy(() -> change(keep(3)).applyTo("ab")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> change(keep(3)).over(change(keep(2)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("E15 the same change has one form")
    void normalised() {
        assertThat(change(keep(0), keep(1), keep(2), replace(1, "a"), replace(0, "b"), replace(0, "")))
                .isEqualTo(change(keep(3), replace(1, "ab")));
        assertThat(change().isEmpty()).isTrue();
        assertThat(change(keep(5)).isEmpty()).isTrue();
        assertThat(change(replace(0, "a")).isEmpty()).isFalse();
    }

    @Test
    @Timeout(60) // less than a second, or some minutes where each insertion copies the ones before
    @DisplayName("F47 a million insertions at one place become one at once")
    void manyInsertions() {
        TextChange change = new TextChange(Collections.nCopies(1_000_000, replace(0, "a")));
        assertThat(change).isEqualTo(change(replace(0, "a".repeat(1_000_000))));
    }

    @Test
    @DisplayName("E15 lengths before, after and touched add up")
    void lengths() {
        TextChange change = change(keep(3), replace(2, "abc"), keep(1));
        assertThat(change.oldLength()).isEqualTo(6);
        assertThat(change.newLength()).isEqualTo(7);
        assertThat(change.touched()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"abc,abXc", "abXc,abc", "abc,abc", "'',abc", "abc,''", "aaa,aaaa", "aaaa,aa", "abcabc,abc", "xay,xby"})
    @DisplayName("E19 the change between two texts leads from the one to the other")
    void between(String before, String after) {
        TextChange change = TextChange.between(before, after);
        assertThat(change.applyTo(before)).isEqualTo(after);
        assertThat(change.parts()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    @DisplayName("E19 the change between two texts never cuts a surrogate pair")
    void surrogates() {
        String smile = "\uD83D\uDE00";
        String grin = "\uD83D\uDE01";
        assertThat(TextChange.between("a" + smile + "b", "a" + grin + "b"))
                .isEqualTo(change(keep(1), replace(2, grin), keep(1)));
        String otherPlane = "\uD83C\uDE00";
        assertThat(TextChange.between("a" + smile, "a" + otherPlane))
                .isEqualTo(change(keep(1), replace(2, otherPlane)));
        assertThat(TextChange.between(smile, smile + smile).applyTo(smile)).isEqualTo(smile + smile);
    }

    @Test
    @DisplayName("E17 of two insertions at one point the committed one comes first, on both sides")
    void samePoint() {
        TextChange committed = change(keep(1), replace(0, "A"), keep(1));
        TextChange mine = change(keep(1), replace(0, "B"), keep(1));
        assertThat(mine.over(committed).applyTo("xAy")).isEqualTo("xABy");
        assertThat(committed.under(mine).applyTo("xBy")).isEqualTo("xABy");
    }

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("E16 two changes of one text lead to the same text in either order")
    void converges(long seed) {
        Random random = new Random(seed);
        RandomEdits edits = new RandomEdits(random);
        for (int i = 0; i < 3_000; i++) {
            String text =
                    edits.textChange("").applyTo("") + edits.textChange("").applyTo("") + "some text";
            TextChange committed = edits.textChange(text);
            TextChange mine = edits.textChange(text);
            String viaCommitted = mine.over(committed).applyTo(committed.applyTo(text));
            String viaMine = committed.under(mine).applyTo(mine.applyTo(text));
            assertThat(viaCommitted).isEqualTo(viaMine);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("E3 the inverse of a change takes it back")
    void inverse(long seed) {
        RandomEdits edits = new RandomEdits(new Random(seed));
        String text = "some text";
        for (int i = 0; i < 1_000; i++) {
            TextChange change = edits.textChange(text);
            String changed = change.applyTo(text);
            assertThat(change.inverse(text).applyTo(changed)).isEqualTo(text);
            assertThat(TextChange.between(text, changed).applyTo(text)).isEqualTo(changed);
            text = changed.length() > 100 ? "some text" : changed;
        }
    }

    private static TextChange change(TextChange.Part... parts) {
        return new TextChange(List.of(parts));
    }
}
