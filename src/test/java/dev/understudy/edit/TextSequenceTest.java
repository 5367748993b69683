package dev.understudy.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.edit.TextChange.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TextSequenceTest {

    @RepeatedTest(200)
    @DisplayName("E55 two changes of a text, one after the other, are one change that does the same")
    void together(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String text = "abcdefgh".substring(random.nextInt(8));
        TextChange first = change(text, random);
        TextChange second = change(first.applyTo(text), random);
        TextChange third = change(second.applyTo(first.applyTo(text)), random);
        TextChange all = first.then(second).then(third);
        assertThat(all.applyTo(text)).isEqualTo(third.applyTo(second.applyTo(first.applyTo(text))));
        assertThat(first.then(second.then(third)).applyTo(text)).isEqualTo(all.applyTo(text));
    }

    @Test
    @DisplayName("E55 what is typed and deleted again is nothing")
    void nothing() {
        TextChange typed = TextChange.between("ac", "abc");
        assertThat(typed.then(typed.inverse("ac")).applyTo("ac")).isEqualTo("ac");
        assertThat(new TextChange(List.of()).then(new TextChange(List.of())).isEmpty())
                .isTrue();
    }

    @Test
    @DisplayName("E55 a change that is not for the text of the one before is refused")
    void misfit() {
        TextChange typed = TextChange.between("ac", "abc");
        assertThatThrownBy(() -> typed.then(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    private static TextChange change(String text, Random random) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int length = 1 + random.nextInt(text.length() - at);
            parts.add(
                    random.nextBoolean()
                            ? new Part.Keep(length)
                            : new Part.Replace(length, "XYZ".substring(random.nextInt(4))));
            at += length;
        }
        if (random.nextBoolean()) {
            parts.add(new Part.Replace(0, "!?"));
        }
        return new TextChange(parts);
    }
}
