package dev.understudy.mock.compile;

import dev.understudy.environment.Problem;
import dev.understudy.environment.Problem.Severity;
import dev.understudy.environment.Schema;
import dev.understudy.mock.path.PathIndex;
import dev.understudy.mock.path.PathPattern;
import dev.understudy.mock.path.RequestPath;
import dev.understudy.mock.path.RouteSlots;
import dev.understudy.mock.respond.CompiledRoute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds routes that no request reaches because earlier ones take everything they would.
public final class Reachability {

    /// A route whose path stands for more is taken to be reachable.
    private static final int MAX_ALTERNATIVES = 16;

    private final PathIndex index = new PathIndex();
    private final List<CompiledRoute> owners = new ArrayList<>();
    private final Map<String, CompiledRoute> byRequest = new HashMap<>();

    private Reachability() {}

    /// Tells of routes that no request gets to, since others take them all.
    ///
    /// @param routes in the order in which they are tried
    public static List<Problem> problems(List<CompiledRoute> routes) {
        Reachability reachability = new Reachability();
        List<Problem> problems = new ArrayList<>();
        for (CompiledRoute route : routes) {
            if (!route.entries().isEmpty()) {
                reachability
                        .problem(route)
                        .ifPresent(message -> problems.add(new Problem(
                                Severity.WARNING, "", Optional.of(route.id()), Schema.ROUTE_ENDPOINT.key(), message)));
                reachability.add(route);
            }
        }
        return problems;
    }

    private Optional<String> problem(CompiledRoute route) {
        CompiledRoute same = byRequest.get(requests(route));
        if (same != null) {
            return Optional.of("An earlier route has the same method and path"
                    + (same.passesOn()
                            ? ". It answers first, and passes on what its rules don't fit."
                            : ", so no request reaches this one. Change one of them, or switch the earlier one off."));
        }
        Optional<CompiledRoute> other = Optional.empty();
        for (CompiledRoute.Entry entry : route.entries()) {
            Optional<CompiledRoute> taker = taker(entry);
            if (taker.isEmpty()) {
                return Optional.empty();
            }
            other = taker;
        }
        return other.map(taker ->
                "No request reaches this route, because an earlier one (%s) takes all of them. Move this one before it."
                        .formatted(taker.path()));
    }

    /// A route that takes all requests of an entry, as far as samples can tell.
    private Optional<CompiledRoute> taker(CompiledRoute.Entry entry) {
        if (entry.pattern().alternatives().size() > MAX_ALTERNATIVES) {
            return Optional.empty();
        }
        Optional<CompiledRoute> taker = Optional.empty();
        for (String sample : entry.pattern().samples()) {
            taker = taker(sample, entry.method());
            if (taker.isEmpty()) {
                return taker;
            }
        }
        return taker;
    }

    private Optional<CompiledRoute> taker(String sample, String method) {
        RequestPath path = RequestPath.of(sample);
        int at = index.next(path, method, -1);
        while (at != RouteSlots.NONE) {
            if (!owners.get(at).passesOn()) {
                return Optional.of(owners.get(at));
            }
            at = index.next(path, method, at);
        }
        return Optional.empty();
    }

    private void add(CompiledRoute route) {
        byRequest.putIfAbsent(requests(route), route);
        for (CompiledRoute.Entry entry : route.entries()) {
            index.add(entry.pattern(), entry.method(), owners.size());
            owners.add(route);
        }
    }

    private static String requests(CompiledRoute route) {
        CompiledRoute.Entry first = route.entries().getFirst();
        PathPattern pattern = first.pattern();
        String kind = first.action().isPresent() ? "crud" : first.method();
        return kind + " " + pattern.written().toLowerCase(Locale.ROOT);
    }
}
