package dev.understudy.mock.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

class PathIndexFuzzTest {

    private static final int ROUTES = 120;
    private static final int PATHS = 400;
    private static final List<String> PIECES = List.of(
            "a", "b", "ab", "A", "/", "/", "/", ":x", ":y", "*", "*w", "-", ".", "{/:o}", "{b}", "/a", "/b", "/:z",
            "/");
    private static final List<String> PATH_PIECES =
            List.of("a", "b", "ab", "aa", "B", "-", ".", "/", "/", "/a", "/b", "a-b", "a.b", "/ab", "%20");
    private static final List<String> METHODS = List.of("GET", "POST", "ALL");

    private record Route(PathPattern pattern, String method) {}

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @RepeatedTest(60)
    @DisplayName("M7 the index finds what trying all routes in list order finds")
    void sameAsTryingAll() {
        List<Route> routes = new ArrayList<>();
        PathIndex index = new PathIndex();
        while (routes.size() < ROUTES) {
            if (PathPattern.parse("", text(PIECES, 6)) instanceof PathPattern.Parsing.Parsed(PathPattern pattern)) {
                Route route = new Route(pattern, pick(METHODS));
                index.add(pattern, route.method(), routes.size());
                routes.add(route);
            }
        }
        for (int i = 0; i < PATHS; i++) {
            String path = ("/" + text(PATH_PIECES, 5)).replaceAll("/{2,}", "/");
            String method = pick(List.of("GET", "POST", "PURGE"));
            int after = random.nextInt(4) == 0 ? random.nextInt(ROUTES) : -1;
            assertThat(index.next(RequestPath.of(path), method, after))
                    .as("seed %d: %s %s after %d", seed, method, path, after)
                    .isEqualTo(tryAll(routes, path, method, after));
        }
    }

    private static int tryAll(List<Route> routes, String path, String method, int after) {
        for (int at = after + 1; at < routes.size(); at++) {
            Route route = routes.get(at);
            boolean takesMethod = route.method().equals("ALL") || route.method().equals(method);
            if (takesMethod && route.pattern().match(path).isPresent()) {
                return at;
            }
        }
        return RouteSlots.NONE;
    }

    private String text(List<String> pieces, int max) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(max) + 1; left > 0; left--) {
            text.append(pick(pieces));
        }
        return text.toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
