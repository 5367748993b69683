package dev.understudy.mock.path;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Matches a range of a folded path against parts. The time is linear in the length of the path, whatever
/// the pattern: from the end to the start it notes for each part the positions from which the rest matches.
final class PathMatcher {

    private final List<PathPart> parts;

    PathMatcher(List<PathPart> parts) {
        this.parts = parts;
    }

    boolean matches(String path, int from, int to, boolean optionalSlash) {
        return starts(path, from, to, optionalSlash)[0].get(from);
    }

    /// The bounds of what each capture took, two numbers for each, the first captures as long as possible;
    /// null if the path does not match.
    int @Nullable [] captures(String path, int from, int to, boolean optionalSlash) {
        BitSet[] starts = starts(path, from, to, optionalSlash);
        if (!starts[0].get(from)) {
            return null;
        }
        int[] bounds = new int
                [2
                        * (int) parts.stream()
                                .filter(PathPart.Capture.class::isInstance)
                                .count()];
        int count = 0;
        int at = from;
        for (int part = 0; part < parts.size(); part++) {
            switch (parts.get(part)) {
                case PathPart.Text(String folded) -> at += folded.length();
                case PathPart.Capture capture -> {
                    bounds[count++] = at;
                    at = end(capture, path, at, to, starts[part + 1]);
                    bounds[count++] = at;
                }
            }
        }
        return bounds;
    }

    /// For each part, and for the end, the positions from which everything from it on matches.
    private BitSet[] starts(String path, int from, int to, boolean optionalSlash) {
        BitSet[] starts = new BitSet[parts.size() + 1];
        BitSet ends = new BitSet(to + 1);
        ends.set(to);
        if (optionalSlash && to > from && path.charAt(to - 1) == '/') {
            ends.set(to - 1);
        }
        starts[parts.size()] = ends;
        for (int part = parts.size() - 1; part >= 0; part--) {
            starts[part] = switch (parts.get(part)) {
                case PathPart.Text(String folded) -> before(folded, path, from, starts[part + 1]);
                case PathPart.Capture capture -> before(capture, path, from, to, starts[part + 1]);
            };
        }
        return starts;
    }

    private static BitSet before(String text, String path, int from, BitSet ends) {
        BitSet starts = new BitSet();
        for (int end = ends.nextSetBit(0); end >= 0; end = ends.nextSetBit(end + 1)) {
            int start = end - text.length();
            if (start >= from && path.startsWith(text, start)) {
                starts.set(start);
            }
        }
        return starts;
    }

    private static BitSet before(PathPart.Capture capture, String path, int from, int to, BitSet ends) {
        BitSet starts = new BitSet();
        PathPart.Run fallback = capture.fallback();
        int runEnd = to;
        int fallbackEnd = to;
        for (int start = to - 1; start >= from; start--) {
            runEnd = capture.run().goesOver(path, start) ? runEnd : start;
            boolean reaches = ends.previousSetBit(runEnd) > start;
            if (fallback != null) {
                fallbackEnd = fallback.goesOver(path, start) ? fallbackEnd : start;
                reaches |= ends.previousSetBit(fallbackEnd) > start;
            }
            if (reaches || endOfText(capture, path, start, ends) > start) {
                starts.set(start);
            }
        }
        return starts;
    }

    /// Where a capture that starts here ends; the caller knows that there is such an end.
    private static int end(PathPart.Capture capture, String path, int start, int to, BitSet ends) {
        int end = ends.previousSetBit(runEnd(capture.run(), path, start, to));
        if (end > start) {
            return end;
        }
        PathPart.Run fallback = capture.fallback();
        return fallback != null
                ? ends.previousSetBit(runEnd(fallback, path, start, to))
                : endOfText(capture, path, start, ends);
    }

    private static int runEnd(PathPart.Run run, String path, int start, int to) {
        int end = start;
        while (end < to && run.goesOver(path, end)) {
            end++;
        }
        return end;
    }

    private static int endOfText(PathPart.Capture capture, String path, int start, BitSet ends) {
        String text = capture.fallbackText();
        return text != null && path.startsWith(text, start) && ends.get(start + text.length())
                ? start + text.length()
                : -1;
    }
}
