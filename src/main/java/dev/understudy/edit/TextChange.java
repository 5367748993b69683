package dev.understudy.edit;

import java.util.ArrayList;
import java.util.List;

/// A change of a text as a walk over it from start to end: keep so many UTF-16 code units, or replace so many by
/// others. This is the form of CodeMirror's change sets. Immutable and normalised: no empty part, no two
/// neighbours that could be one.
public record TextChange(List<Part> parts) {

    /// One step of the walk.
    public sealed interface Part {
        /// How much of the old text it covers.
        int oldLength();

        record Keep(int oldLength) implements Part {}

        record Replace(int oldLength, String inserted) implements Part {}
    }

    public TextChange {
        parts = normalised(parts);
    }

    /// The smallest single replacement that turns one text into the other.
    public static TextChange between(String before, String after) {
        int limit = Math.min(before.length(), after.length());
        int start = 0;
        while (start < limit && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        start -= start > 0 && Character.isHighSurrogate(before.charAt(start - 1)) ? 1 : 0;
        int end = 0;
        while (end < limit - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        end -= end > 0 && Character.isLowSurrogate(before.charAt(before.length() - end)) ? 1 : 0;
        return new TextChange(List.of(
                new Part.Keep(start),
                new Part.Replace(before.length() - start - end, after.substring(start, after.length() - end)),
                new Part.Keep(end)));
    }

    /// The length of the text that it can be applied to.
    public long oldLength() {
        return parts.stream().mapToLong(Part::oldLength).sum();
    }

    public long newLength() {
        return parts.stream().mapToLong(TextChange::newLength).sum();
    }

    /// How many code units it takes out and puts in.
    public long touched() {
        return parts.stream()
                .filter(Part.Replace.class::isInstance)
                .mapToLong(part -> part.oldLength() + newLength(part))
                .sum();
    }

    /// Whether it leaves the text as it is.
    public boolean isEmpty() {
        return parts.stream().noneMatch(Part.Replace.class::isInstance);
    }

    /// The text as it becomes.
    ///
    /// @throws IllegalArgumentException if the text has not [#oldLength]
    public String applyTo(String text) {
        requireLength(text);
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (Part part : parts) {
            switch (part) {
                case Part.Keep(int length) -> result.append(text, at, at + length);
                case Part.Replace(int _, String inserted) -> result.append(inserted);
            }
            at += part.oldLength();
        }
        return result.toString();
    }

    /// What takes the changed text back to `text`, the one before.
    public TextChange inverse(String text) {
        requireLength(text);
        List<Part> back = new ArrayList<>();
        int at = 0;
        for (Part part : parts) {
            back.add(
                    switch (part) {
                        case Part.Keep keep -> keep;
                        case Part.Replace(int length, String inserted) ->
                            new Part.Replace(inserted.length(), text.substring(at, at + length));
                    });
            at += part.oldLength();
        }
        return new TextChange(back);
    }

    /// The same intention on the text that `committed` has made of the text this change was made for. What
    /// both delete is deleted once; where both insert, the committed text comes first.
    public TextChange over(TextChange committed) {
        return new TextTransform(this, committed, false).result();
    }

    /// Like [#over] for a change that is already committed and must make way for a later one: where both
    /// insert, its own text comes first.
    public TextChange under(TextChange later) {
        return new TextTransform(this, later, true).result();
    }

    /// Both changes as one, the other after this.
    ///
    /// @throws IllegalArgumentException if the other is not for the text that this one makes
    public TextChange then(TextChange next) {
        if (newLength() != next.oldLength()) {
            throw new IllegalArgumentException("A change of %d characters cannot follow one that makes %d"
                    .formatted(next.oldLength(), newLength()));
        }
        return TextSequence.of(this, next);
    }

    private void requireLength(String text) {
        if (text.length() != oldLength()) {
            throw new IllegalArgumentException(
                    "A change of %d characters cannot apply to %d".formatted(oldLength(), text.length()));
        }
    }

    private static int newLength(Part part) {
        return switch (part) {
            case Part.Keep(int length) -> length;
            case Part.Replace(int _, String inserted) -> inserted.length();
        };
    }

    private static List<Part> normalised(List<Part> parts) {
        List<Part> result = new ArrayList<>();
        StringBuilder inserted = new StringBuilder();
        boolean replaces = false;
        int length = 0;
        for (Part part : parts) {
            if (part.oldLength() == 0 && newLength(part) == 0) {
                continue;
            }
            if (replaces != part instanceof Part.Replace) {
                addTo(result, replaces, length, inserted);
                replaces = !replaces;
                length = 0;
                inserted.setLength(0);
            }
            length = Math.addExact(length, part.oldLength());
            if (part instanceof Part.Replace(int _, String text)) {
                inserted.append(text);
            }
        }
        addTo(result, replaces, length, inserted);
        return List.copyOf(result);
    }

    private static void addTo(List<Part> result, boolean replaces, int length, StringBuilder inserted) {
        if (length > 0 || !inserted.isEmpty()) {
            result.add(replaces ? new Part.Replace(length, inserted.toString()) : new Part.Keep(length));
        }
    }
}
