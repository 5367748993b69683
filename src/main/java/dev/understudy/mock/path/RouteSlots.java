package dev.understudy.mock.path;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The routes that end at one place of the index, by method; each is a number, its place in the list of
/// routes. Filled while the index is built, only read after.
public final class RouteSlots {

    public static final int NONE = Integer.MAX_VALUE;
    static final String ANY_METHOD = "ALL";

    private static final int[] EMPTY = {};

    private final Map<String, int[]> byMethod = new LinkedHashMap<>(2);

    /// @param route greater than those added before, or the last one again
    void add(String method, int route) {
        int[] routes = byMethod.getOrDefault(method, EMPTY);
        if (routes.length == 0 || routes[routes.length - 1] != route) {
            int[] longer = Arrays.copyOf(routes, routes.length + 1);
            longer[routes.length] = route;
            byMethod.put(method, longer);
        }
    }

    /// The first route after the given one that takes the method; [#NONE] if there is none.
    int next(String method, int after) {
        return Math.min(next(byMethod.get(method), after), next(byMethod.get(ANY_METHOD), after));
    }

    private static int next(int @Nullable [] routes, int after) {
        if (routes == null) {
            return NONE;
        }
        int found = Arrays.binarySearch(routes, after + 1);
        int at = found >= 0 ? found : -found - 1;
        return at < routes.length ? routes[at] : NONE;
    }
}
