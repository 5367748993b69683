package dev.understudy.observed;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.mock.path.Captured;
import dev.understudy.mock.path.PathIndex;
import dev.understudy.mock.path.PathPart;
import dev.understudy.mock.path.PathPattern;
import dev.understudy.mock.path.Percent;
import dev.understudy.mock.path.RequestPath;
import dev.understudy.mock.path.RouteSlots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The routes of a document that answer now, in the order in which its mock asks them. Routes that take everything
/// below a place are not among those that a request can be added to, but new ones have to stand before them.
final class KnownRoutes {

    /// The route that takes a request.
    ///
    /// @param params what it makes of the path
    record Taken(Node route, Map<String, String> params) {}

    private record Known(Node route, PathPattern pattern) {

        boolean takesAll() {
            return pattern.alternatives().stream()
                    .flatMap(List::stream)
                    .anyMatch(part -> part instanceof PathPart.Capture capture && capture.wildcard());
        }
    }

    private final Environment environment;
    private final String prefix;
    private final List<Known> routes = new ArrayList<>();
    private final PathIndex index = new PathIndex();

    private KnownRoutes(Environment environment) {
        this.environment = environment;
        this.prefix = environment.root().get(Schema.ENVIRONMENT_PREFIX);
    }

    static KnownRoutes of(Environment environment) {
        KnownRoutes known = new KnownRoutes(environment);
        known.add(environment.root().id());
        return known;
    }

    private void add(NodeId parent) {
        for (Node child : environment.children(parent, Slot.CHILDREN)) {
            if (child.kind() == Kind.FOLDER && child.get(Schema.FOLDER_ENABLED)) {
                add(child.id());
            } else if (child.kind() == Kind.ROUTE
                    && child.get(Schema.ROUTE_ENABLED)
                    && child.get(Schema.ROUTE_TYPE) == RouteType.HTTP
                    && PathPattern.parse(prefix, child.get(Schema.ROUTE_ENDPOINT))
                            instanceof PathPattern.Parsing.Parsed(PathPattern pattern)) {
                index.add(pattern, child.get(Schema.ROUTE_METHOD).name(), routes.size());
                routes.add(new Known(child, pattern));
            }
        }
    }

    /// The first one that takes it; empty if none does, or only one that takes everything.
    ///
    /// @param path with the prefix
    Optional<Taken> taking(String method, String path) {
        return first(method, path)
                .filter(known -> !known.takesAll())
                .flatMap(known -> known.pattern().match(path).map(params -> new Taken(known.route(), values(params))));
    }

    /// A route that would take this before a new one at the end does.
    Optional<Node> inFrontOf(String method, String path) {
        return first(method, path).map(Known::route);
    }

    private Optional<Known> first(String method, String path) {
        if (!Percent.isDecodable(path)) {
            return Optional.empty();
        }
        int found = index.next(RequestPath.of(path), method, -1);
        return found == RouteSlots.NONE ? Optional.empty() : Optional.of(routes.get(found));
    }

    private static Map<String, String> values(Map<String, Captured> captured) {
        Map<String, String> values = new LinkedHashMap<>();
        captured.forEach((name, value) -> {
            if (value instanceof Captured.Value(String text)) {
                values.put(name, text);
            }
        });
        return values;
    }
}
