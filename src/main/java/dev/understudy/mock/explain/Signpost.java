package dev.understudy.mock.explain;

import dev.understudy.environment.HttpMethod;
import dev.understudy.environment.Node;
import dev.understudy.environment.ResponseMode;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.mock.crud.CrudAction;
import dev.understudy.mock.path.PathPattern;
import dev.understudy.why.OtherRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A route and where it leads, whether it is switched on or not.
///
/// @param prefix of the environment
/// @param ways the requests it would take
/// @param offFolder the name of a folder around it that is switched off
/// @param answers whether it has a response
record Signpost(Node route, String prefix, List<Way> ways, Optional<String> offFolder, boolean answers) {

    /// A kind of requests.
    ///
    /// @param segments of the path as it was written, prefix included
    /// @param method in upper case, `ALL` for any; empty if it takes none
    /// @param action of a CRUD route
    record Way(PathPattern pattern, List<String> segments, String method, Optional<CrudAction> action) {

        boolean takesPath(String path) {
            return pattern.match(path).isPresent();
        }

        boolean takesMethod(String asked) {
            return method.equals(HttpMethod.ALL.verb()) || method.equals(asked);
        }
    }

    static Signpost of(Node route, String prefix, Optional<String> offFolder, boolean answers) {
        List<Way> ways = new ArrayList<>();
        if (route.get(Schema.ROUTE_TYPE) == RouteType.CRUD) {
            for (CrudAction action : CrudAction.values()) {
                add(ways, route, prefix, action.suffix(), action.method(), Optional.of(action));
            }
        } else {
            boolean http = route.get(Schema.ROUTE_TYPE) == RouteType.HTTP;
            String method = http ? route.get(Schema.ROUTE_METHOD).verb() : "";
            add(ways, route, prefix, "", method, Optional.empty());
        }
        return new Signpost(route, prefix, List.copyOf(ways), offFolder, answers);
    }

    /// Whether it is what would be made of these.
    boolean isOf(Node node, String around, Optional<String> folder, boolean hasResponse) {
        return route.equals(node) && prefix.equals(around) && offFolder.equals(folder) && answers == hasResponse;
    }

    private static void add(
            List<Way> ways, Node route, String prefix, String suffix, String method, Optional<CrudAction> action) {
        if (PathPattern.parse(prefix, route.get(Schema.ROUTE_ENDPOINT), suffix)
                instanceof PathPattern.Parsing.Parsed(PathPattern pattern)) {
            ways.add(new Way(pattern, PathDifference.segments(pattern.written() + suffix), method, action));
        }
    }

    boolean takesPath(String path) {
        return ways.stream().anyMatch(way -> way.takesPath(path));
    }

    boolean takesMethod(String asked) {
        return ways.stream().anyMatch(way -> way.takesMethod(asked));
    }

    /// What is in the way of a request whose path it takes, in words; none if it would answer.
    List<String> obstacles(String method, String path) {
        List<String> words = switchedOff();
        List<Way> near = ways.stream().filter(way -> way.takesPath(path)).toList();
        obstacle(near, method).ifPresent(words::add);
        return words;
    }

    /// The same for a request whose path it does not take.
    List<String> obstacles(String method) {
        List<String> words = switchedOff();
        obstacle(ways, method).ifPresent(words::add);
        return words;
    }

    private List<String> switchedOff() {
        List<String> words = new ArrayList<>();
        offFolder.ifPresent(name -> words.add("its folder “%s” is switched off".formatted(name)));
        if (!route.get(Schema.ROUTE_ENABLED)) {
            words.add("the route is switched off");
        }
        return words;
    }

    private Optional<String> obstacle(List<Way> near, String method) {
        if (route.get(Schema.ROUTE_TYPE) == RouteType.WS) {
            return Optional.of("it answers WebSockets only");
        }
        if (near.stream().noneMatch(way -> way.takesMethod(method))) {
            String methods = near.stream().map(Way::method).distinct().collect(Collectors.joining(", "));
            return Optional.of(
                    methods.isEmpty()
                            ? "it has no method"
                            : methods.contains(",")
                                    ? "the methods are %s there".formatted(methods)
                                    : "the method is %s there".formatted(methods));
        }
        if (!answers) {
            return Optional.of("it has no response");
        }
        return route.get(Schema.ROUTE_RESPONSE_MODE) == ResponseMode.FALLBACK
                ? Optional.of("none of its rules held, so it passed the request on (fallback mode)")
                : Optional.empty();
    }

    /// As authors know it: "orders/:id".
    String endpoint() {
        return route.get(Schema.ROUTE_ENDPOINT);
    }

    String method() {
        return switch (route.get(Schema.ROUTE_TYPE)) {
            case CRUD -> "CRUD";
            case WS -> "WS";
            case HTTP -> route.get(Schema.ROUTE_METHOD).verb();
        };
    }

    OtherRoute other(List<String> reasons, boolean samePath) {
        return new OtherRoute(route.id(), method(), endpoint(), String.join(" and ", reasons), samePath);
    }
}
