package dev.understudy.edit;

import dev.understudy.edit.TextChange.Part;
import java.util.ArrayList;
import java.util.List;

/// One run of [TextChange#then]: walks both changes along the text between them in parallel.
final class TextSequence {

    private final List<Part> first;
    private final List<Part> parts = new ArrayList<>();
    private int next;
    /// How far in the part before `next` the walk is, in the text between.
    private int used;

    private TextSequence(List<Part> first) {
        this.first = first;
    }

    static TextChange of(TextChange first, TextChange second) {
        TextSequence sequence = new TextSequence(first.parts());
        for (Part part : second.parts()) {
            switch (part) {
                case Part.Keep(int length) -> sequence.walk(length, true);
                case Part.Replace(int length, String inserted) -> {
                    sequence.walk(length, false);
                    sequence.parts.add(new Part.Replace(0, inserted));
                }
            }
        }
        sequence.walk(0, true);
        return new TextChange(sequence.parts);
    }

    /// Takes so much of the text between, and says what became of the old text that it came from.
    private void walk(int length, boolean kept) {
        int left = length;
        while (next < first.size()) {
            switch (first.get(next)) {
                case Part.Keep(int whole) -> {
                    if (left == 0) {
                        return;
                    }
                    int taken = Math.min(left, whole - used);
                    parts.add(kept ? new Part.Keep(taken) : new Part.Replace(taken, ""));
                    left -= taken;
                    advance(taken, whole);
                }
                case Part.Replace(int gone, String inserted) -> {
                    if (left == 0 && !inserted.isEmpty()) {
                        return;
                    }
                    if (used == 0) {
                        parts.add(new Part.Replace(gone, ""));
                    }
                    int taken = Math.min(left, inserted.length() - used);
                    if (kept) {
                        parts.add(new Part.Replace(0, inserted.substring(used, used + taken)));
                    }
                    left -= taken;
                    advance(taken, inserted.length());
                }
            }
        }
    }

    private void advance(int taken, int whole) {
        used += taken;
        if (used == whole) {
            next++;
            used = 0;
        }
    }
}
