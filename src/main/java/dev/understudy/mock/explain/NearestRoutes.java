package dev.understudy.mock.explain;

import dev.understudy.mock.path.PathPattern;
import dev.understudy.why.OtherRoute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the routes that come nearest to a request that none took. Those that have neither a segment nor the method in
/// common with it are not near. Pure.
final class NearestRoutes {

    /// As many are told.
    static final int MAX = 3;

    private static final int OF_OBSTACLE = 1;
    private static final int OF_PREFIX = 2;
    private static final int OF_PATH = 2;

    private record Candidate(int cost, OtherRoute route) {}

    private final String method;
    private final String path;
    private final String prefix;
    private final List<String> segments;
    private final int prefixSegments;

    /// @param path without runs of slashes
    NearestRoutes(String method, String path, String prefix) {
        this.method = method;
        this.path = path;
        this.prefix = prefix;
        this.segments = PathDifference.segments(path);
        this.prefixSegments = PathDifference.segments(prefix).size();
    }

    /// The nearest first; of equally near ones the first of the tree.
    List<OtherRoute> among(List<Signpost> posts) {
        return posts.stream()
                .flatMap(post -> candidate(post).stream())
                .sorted(Comparator.comparingInt(Candidate::cost))
                .limit(MAX)
                .map(Candidate::route)
                .toList();
    }

    private Optional<Candidate> candidate(Signpost post) {
        if (post.takesPath(path)) {
            List<String> obstacles = post.obstacles(method, path);
            return Optional.of(new Candidate(obstacles.size() * OF_OBSTACLE, post.other(obstacles, true)));
        }
        String prefixed = PathPattern.written(prefix, path);
        if (!prefix.isEmpty() && post.takesPath(prefixed)) {
            List<String> words = new ArrayList<>(List.of("the prefix `%s` is missing".formatted(prefix)));
            words.addAll(post.obstacles(method, prefixed));
            return Optional.of(new Candidate(OF_PREFIX + words.size() * OF_OBSTACLE, post.other(words, false)));
        }
        return post.ways().stream()
                .flatMap(way -> PathDifference.of(segments, way.segments(), prefixSegments).stream())
                .filter(found -> found.alike() || post.takesMethod(method))
                .min(Comparator.comparingInt(PathDifference::cost))
                .map(found -> differing(post, found));
    }

    private Candidate differing(Signpost post, PathDifference found) {
        List<String> words = new ArrayList<>();
        words.add(found.words().isEmpty() ? "its path reads otherwise" : found.words());
        words.addAll(post.obstacles(method));
        int cost = OF_PATH + OF_PATH * found.cost() + (words.size() - 1) * OF_OBSTACLE;
        return new Candidate(cost, post.other(words, false));
    }
}
