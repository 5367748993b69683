package dev.understudy.mock.explain;

import dev.understudy.mock.path.Fold;
import dev.understudy.mock.path.Percent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How far the path of a request is from that of a route, segment by segment: the fewest changes that make one of the
/// other. Pure.
///
/// @param cost 0 where nothing differs
/// @param words what differs; empty if it is not a matter of segments
/// @param alike whether a segment is in both, perhaps misspelled; what the route's parameters take does not count, nor
/// does
///     the prefix of the environment
record PathDifference(int cost, String words, boolean alike) {

    /// Paths with more segments are not compared.
    static final int MAX_SEGMENTS = 40;

    /// Nor are those that differ by more segments.
    static final int MAX_APART = 5;

    /// What a parameter takes is less alike than the same word.
    private static final int PARAMETER = 1;

    private static final int MISSPELLED = 4;
    private static final int ANOTHER = 8;
    private static final int MISSING = 6;
    private static final int MAX_TOLD = 2;

    /// The segments of a path, as it was written.
    static List<String> segments(String path) {
        return Arrays.stream(path.split("/")).filter(piece -> !piece.isEmpty()).toList();
    }

    /// Empty if they are too long, or too far apart, to say.
    ///
    /// @param asked segments of the request
    /// @param written segments of the route
    /// @param prefix how many of them are of the prefix
    static Optional<PathDifference> of(List<String> asked, List<String> written, int prefix) {
        boolean tooLong = asked.size() > MAX_SEGMENTS || written.size() > MAX_SEGMENTS;
        if (tooLong || Math.abs(asked.size() - written.size()) > MAX_APART) {
            return Optional.empty();
        }
        int[][] costs = new int[asked.size() + 1][written.size() + 1];
        for (int here = asked.size(); here >= 0; here--) {
            for (int there = written.size(); there >= 0; there--) {
                costs[here][there] = cost(costs, asked, written, here, there);
            }
        }
        boolean alike = written.stream()
                .skip(prefix)
                .filter(there -> !takesMany(there))
                .anyMatch(there -> asked.stream().anyMatch(here -> cost(here, there) <= MISSPELLED));
        return Optional.of(new PathDifference(costs[0][0], words(costs, asked, written), alike));
    }

    private static int cost(int[][] costs, List<String> asked, List<String> written, int here, int there) {
        boolean isEnd = here == asked.size();
        boolean isEndThere = there == written.size();
        if (isEnd && isEndThere) {
            return 0;
        }
        int best = Integer.MAX_VALUE;
        if (!isEnd) {
            best = Math.min(best, costs[here + 1][there] + MISSING);
        }
        if (!isEndThere) {
            best = Math.min(best, costs[here][there + 1] + MISSING);
        }
        if (!isEnd && !isEndThere) {
            best = Math.min(best, costs[here + 1][there + 1] + cost(asked.get(here), written.get(there)));
        }
        return best;
    }

    /// Follows the cheapest way once more and tells of its steps.
    private static String words(int[][] costs, List<String> asked, List<String> written) {
        List<String> others = new ArrayList<>();
        int more = 0;
        int less = 0;
        int here = 0;
        int there = 0;
        while (here < asked.size() || there < written.size()) {
            int cost = costs[here][there];
            if (here < asked.size()
                    && there < written.size()
                    && cost == costs[here + 1][there + 1] + cost(asked.get(here), written.get(there))) {
                if (cost(asked.get(here), written.get(there)) > PARAMETER) {
                    others.add("segment %d is `%s` there".formatted(there + 1, written.get(there)));
                }
                here++;
                there++;
            } else if (there < written.size() && cost == costs[here][there + 1] + MISSING) {
                more++;
                there++;
            } else {
                less++;
                here++;
            }
        }
        return sentence(others, more, less);
    }

    private static String sentence(List<String> others, int more, int less) {
        List<String> words = new ArrayList<>();
        if (more > 0) {
            words.add(count(more) + " more there");
        }
        if (less > 0) {
            words.add(count(less) + " less there");
        }
        if (others.size() > MAX_TOLD) {
            words.add(others.size() + " segments differ");
        } else {
            words.addAll(others);
        }
        return String.join(" and ", words);
    }

    private static String count(int segments) {
        return segments == 1 ? "one segment" : segments + " segments";
    }

    private static int cost(String asked, String written) {
        if (takesMany(written)) {
            return PARAMETER;
        }
        String one = Fold.fold(Percent.decodeIfPossible(asked));
        String other = Fold.fold(Percent.decodeIfPossible(written));
        if (one.equals(other)) {
            return 0;
        }
        int letters = Math.max(one.length(), other.length());
        return letters < 100 && Spelling.distance(one, other) <= Math.max(1, letters / 3) ? MISSPELLED : ANOTHER;
    }

    /// Whether it is a parameter, or holds something of the kind.
    private static boolean takesMany(String written) {
        return written.chars().anyMatch(c -> ":*{}()[]?+".indexOf(c) >= 0);
    }
}
