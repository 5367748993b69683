package dev.understudy.mock.path;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds the patterns that a text can match by the fixed texts at their two ends, so that many patterns with
/// different ends cost as little as one. Filled while the index is built, only read after.
final class AffixTable<T> {

    private record Lengths(int prefix, int suffix) {}

    private record Affixes(String prefix, String suffix) {}

    /// @param matcher null where fitting ends are all that a match needs
    private record Entry<T>(List<PathPart> shape, @Nullable PathMatcher matcher, T value) {}

    private final List<Lengths> lengths = new ArrayList<>();
    private final Map<Affixes, List<Entry<T>>> entries = new HashMap<>();

    /// The value kept for patterns of this shape, made if there is none yet.
    ///
    /// @param parts with at least one capture
    T at(List<PathPart> parts, Supplier<T> fresh) {
        List<PathPart> shape = parts.stream()
                .map(part -> part instanceof PathPart.Capture capture ? capture.nameless() : part)
                .toList();
        Affixes affixes = new Affixes(textOf(shape.getFirst()), textOf(shape.getLast()));
        List<Entry<T>> alike = entries.computeIfAbsent(affixes, _ -> new ArrayList<>(1));
        for (Entry<T> entry : alike) {
            if (entry.shape().equals(shape)) {
                return entry.value();
            }
        }
        Lengths length = new Lengths(affixes.prefix().length(), affixes.suffix().length());
        if (!lengths.contains(length)) {
            lengths.add(length);
        }
        Entry<T> entry = new Entry<>(shape, needsMatcher(shape) ? new PathMatcher(shape) : null, fresh.get());
        alike.add(entry);
        return entry.value();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /// Hands over the values whose pattern takes all of the text from `from` to `to`.
    void find(String text, int from, int to, Consumer<T> found) {
        for (Lengths length : lengths) {
            if (to - from > length.prefix() + length.suffix()) {
                String prefix = text.substring(from, from + length.prefix());
                String suffix = text.substring(to - length.suffix(), to);
                for (Entry<T> entry : entries.getOrDefault(new Affixes(prefix, suffix), List.of())) {
                    if (entry.matcher() == null || entry.matcher().matches(text, from, to, false)) {
                        found.accept(entry.value());
                    }
                }
            }
        }
    }

    /// Where there is one capture that stops at nothing between the ends, the ends are all there is to check.
    private static boolean needsMatcher(List<PathPart> shape) {
        List<PathPart> captures =
                shape.stream().filter(PathPart.Capture.class::isInstance).toList();
        return captures.size() > 1
                || (captures.getFirst() instanceof PathPart.Capture capture
                        && !capture.run().endsAt().isEmpty());
    }

    private static String textOf(PathPart part) {
        return part instanceof PathPart.Text(String folded) ? folded : "";
    }
}
