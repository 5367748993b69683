package dev.understudy.mock.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

class PathIndexFuzzTest {

    /// Escapes as clients make them.
    private static final class Percents {

        private static String encoded(String text, Random random) {
            StringBuilder encoded = new StringBuilder();
            for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
                String escape = "%%%02X".formatted(octet & 0xFF);
                boolean bare = octet == '/' || octet == '-' || (octet >= 'a' && octet <= 'z');
                encoded.append(
                        bare
                                ? Character.toString(octet)
                                : random.nextBoolean() ? escape : escape.toLowerCase(Locale.ROOT));
            }
            return encoded.toString();
        }
    }

    private static final int ROUTES = 120;
    private static final int PATHS = 400;
    private static final List<String> PIECES = List.of(
            "a", "b", "ab", "A", "/", "/", "/", ":x", ":y", "*", "*w", "-", ".", "{/:o}", "{b}", "/a", "/b", "/:z", "/",
            "é", "/É", "|", "%C3%A9", "/%7c", "用", "[b]", "%");
    private static final List<String> PATH_PIECES = List.of(
            "a",
            "b",
            "ab",
            "aa",
            "B",
            "-",
            ".",
            "/",
            "/",
            "/a",
            "/b",
            "a-b",
            "a.b",
            "/ab",
            "%20",
            "%C3%A9",
            "/%c3%89",
            "|",
            "%7C",
            "%E7%94%A8",
            "[b]",
            "%25",
            "%2F");
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

    @RepeatedTest(40)
    @DisplayName("M72 a route that is written with signs takes the requests that it takes when written with escapes")
    void signsAndEscapes() {
        String signs = text(List.of("é", "用", "😀", "|", "\"", "[", "]", "^", "<", " ", "a", "/", "-"), 8);
        String escapes = Percents.encoded(signs, random);
        PathPattern signed = ((PathPattern.Parsing.Parsed) PathPattern.parse("", signs + "{/:v}")).pattern();
        PathPattern escaped = ((PathPattern.Parsing.Parsed) PathPattern.parse("", escapes + "{/:v}")).pattern();
        String path = ("/" + Percents.encoded(signs, random)).replaceAll("/{2,}", "/");
        PathIndex index = new PathIndex();
        index.add(signed, "GET", 0);
        assertThat(signed.match(path))
                .as("seed %d: %s on %s", seed, signs, path)
                .isPresent();
        assertThat(escaped.match(path))
                .as("seed %d: %s on %s", seed, escapes, path)
                .isPresent();
        assertThat(index.next(RequestPath.of(path), "GET", -1)).isZero();
        for (int i = 0; i < 20; i++) {
            String other = ("/" + text(PATH_PIECES, 5)).replaceAll("/{2,}", "/");
            assertThat(signed.match(other)).isEqualTo(escaped.match(other));
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
