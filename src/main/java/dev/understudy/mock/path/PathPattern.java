package dev.understudy.mock.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The path of a route, read once. A pattern with optional groups is a list of alternatives without them,
/// longest first.
///
/// @param written the path as the route's author wrote it, prefix included
public record PathPattern(String written, List<List<PathPart>> alternatives) {

    /// A pattern with optional groups may stand for this many plain ones.
    public static final int MAX_ALTERNATIVES = 256;

    /// Deeper paths are refused: no request path of a usual length has as many slashes.
    public static final int MAX_SEGMENTS = 500;

    private static final String UNHEARD_OF = "\uFFFD";
    private static final int MANY = 30;

    public sealed interface Parsing {
        /// The path could be read.
        record Parsed(PathPattern pattern) implements Parsing {}

        /// The path can't be read: what is wrong, with the position in the rewritten path that follows it.
        record Malformed(String reason) implements Parsing {}
    }

    /// The path of a route as its author wrote it, prefix included.
    public static String written(String prefix, String endpoint) {
        return LegacyPathSyntax.join(prefix, endpoint);
    }

    /// Reads the path of a route.
    public static Parsing parse(String prefix, String endpoint) {
        return parse(prefix, endpoint, "");
    }

    /// Reads the path of a route with something behind it.
    ///
    /// @param suffix in today's syntax
    public static Parsing parse(String prefix, String endpoint, String suffix) {
        String written = LegacyPathSyntax.join(prefix, endpoint);
        String rewritten = LegacyPathSyntax.rewrite(written);
        if (!suffix.isEmpty()) {
            rewritten = (rewritten + suffix).replaceAll("/{2,}", "/");
        }
        try {
            List<PathToken> tokens = PathParser.parse(rewritten);
            if (written.chars().filter(c -> c == '/').count() > MAX_SEGMENTS) {
                throw new PathSyntaxException("More than " + MAX_SEGMENTS + " segments");
            }
            // each group adds at least one alternative, so this also bounds the recursion of expand
            if (countGroups(tokens) >= MAX_ALTERNATIVES) {
                throw tooMany();
            }
            List<List<PathPart>> alternatives = new ArrayList<>();
            expand(tokens, 0, new ArrayList<>(), tokensOfOne -> add(tokensOfOne, alternatives));
            return new Parsing.Parsed(new PathPattern(written, List.copyOf(alternatives)));
        } catch (PathSyntaxException e) {
            return new Parsing.Malformed(e.getMessage() + ": " + rewritten);
        }
    }

    /// Paths that it takes, with something unheard of in the place of each capture: what takes them all takes, as a
    /// rule, all that this pattern takes.
    public List<String> samples() {
        List<String> samples = new ArrayList<>();
        for (List<PathPart> parts : alternatives) {
            String one = sample(parts, UNHEARD_OF);
            String many = sample(parts, (UNHEARD_OF + "/").repeat(MANY) + UNHEARD_OF);
            if (one.startsWith("/")) {
                samples.add(one);
                if (!many.equals(one)) {
                    samples.add(many);
                }
            }
        }
        return samples;
    }

    private static String sample(List<PathPart> parts, String wildcard) {
        StringBuilder sample = new StringBuilder();
        for (PathPart part : parts) {
            sample.append(
                    switch (part) {
                        case PathPart.Text(String text) -> text;
                        case PathPart.Capture capture -> capture.wildcard() ? wildcard : UNHEARD_OF;
                    });
        }
        return sample.toString().replaceAll("/{2,}", "/");
    }

    /// What the captures took, decoded; empty if the path does not match. The path must be one that
    /// [Percent#isDecodable].
    public Optional<Map<String, Captured>> match(String path) {
        String spelled = PathSpelling.of(path);
        String folded = Fold.fold(spelled);
        for (List<PathPart> parts : alternatives) {
            int[] bounds = new PathMatcher(parts).captures(folded, 0, folded.length(), true);
            if (bounds != null) {
                return Optional.of(captured(parts, bounds, spelled));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Captured> captured(List<PathPart> parts, int[] bounds, String path) {
        Map<String, Captured> captured = new LinkedHashMap<>();
        int at = 0;
        for (PathPart part : parts) {
            if (part instanceof PathPart.Capture capture) {
                String raw = path.substring(bounds[at], bounds[at + 1]);
                captured.put(capture.name(), capture.wildcard() ? Captured.pieces(raw) : Captured.one(raw));
                at += 2;
            }
        }
        return captured;
    }

    private interface Sink {
        void take(List<PathToken> tokens) throws PathSyntaxException;
    }

    /// Hands out each combination of groups left in and left out; the list handed out is used again.
    private static void expand(List<PathToken> tokens, int from, List<PathToken> taken, Sink sink)
            throws PathSyntaxException {
        for (int at = from; at < tokens.size(); at++) {
            PathToken token = tokens.get(at);
            if (token instanceof PathToken.Group(List<PathToken> inner)) {
                int length = taken.size();
                int next = at + 1;
                expand(inner, 0, taken, with -> expand(tokens, next, with, sink));
                taken.subList(length, taken.size()).clear();
            } else {
                taken.add(token);
            }
        }
        sink.take(taken);
    }

    private static void add(List<PathToken> tokens, List<List<PathPart>> alternatives) throws PathSyntaxException {
        if (alternatives.size() == MAX_ALTERNATIVES) {
            throw tooMany();
        }
        alternatives.add(PathParts.of(tokens));
    }

    private static int countGroups(List<PathToken> tokens) {
        Function<PathToken, Integer> count =
                token -> token instanceof PathToken.Group(List<PathToken> inner) ? 1 + countGroups(inner) : 0;
        return tokens.stream().map(count).reduce(0, Integer::sum);
    }

    private static PathSyntaxException tooMany() {
        return new PathSyntaxException("Too many path combinations");
    }
}
