package dev.understudy.ui.editor.activity;

import dev.understudy.history.past.Difference;
import dev.understudy.ui.kit.Counted;
import java.util.ArrayList;
import java.util.List;

/// How much is different, in words. Pure.
final class DifferenceWords {

    private DifferenceWords() {}

    /// "12 parts added, 1 part removed, 3 parts changed".
    static String of(List<Difference> differences) {
        List<String> words = new ArrayList<>();
        for (Difference.What what : Difference.What.values()) {
            int number = (int) differences.stream()
                    .filter(difference -> difference.what() == what)
                    .count();
            if (number > 0) {
                words.add(Counted.of(number, "part") + " " + what.word());
            }
        }
        return String.join(", ", words);
    }
}
