package dev.understudy.mock.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The path of a request as the index looks at it: folded, in one spelling ([PathSpelling]), and cut at its slashes. It
/// starts with a slash, so there is at least one segment, and after a trailing slash stands an empty one.
public final class RequestPath {

    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private final String folded;
    private final List<String> segments;
    private final int[] starts;

    private RequestPath(String folded, List<String> segments, int[] starts) {
        this.folded = folded;
        this.segments = segments;
        this.starts = starts;
    }

    /// Cuts a path.
    ///
    /// @param path starts with a slash and has no two in a row
    public static RequestPath of(String path) {
        String folded = Fold.fold(PathSpelling.of(path));
        List<String> segments = new ArrayList<>(8);
        int[] starts = new int[8];
        for (int start = 1; start <= folded.length(); ) {
            int slash = folded.indexOf('/', start);
            int end = slash < 0 ? folded.length() : slash;
            if (segments.size() == starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
            }
            starts[segments.size()] = start;
            segments.add(folded.substring(start, end));
            start = end + 1;
        }
        return new RequestPath(folded, segments, starts);
    }

    /// A text without runs of slashes.
    public static String collapse(String path) {
        return path.contains("//") ? SLASHES.matcher(path).replaceAll("/") : path;
    }

    String folded() {
        return folded;
    }

    String segment(int depth) {
        return segments.get(depth);
    }

    /// Where in the folded path the segment starts.
    int start(int depth) {
        return starts[depth];
    }

    int depth() {
        return segments.size();
    }

    /// Whether nothing stands at this depth but what a trailing slash leaves behind, or nothing at all.
    boolean endsBefore(int depth) {
        return depth == depth() || (depth == depth() - 1 && segments.get(depth).isEmpty());
    }
}
