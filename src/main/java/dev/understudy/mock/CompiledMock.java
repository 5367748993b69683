package dev.understudy.mock;

import dev.understudy.environment.NodeId;
import dev.understudy.js.JsObject;
import dev.understudy.mock.bucket.BucketDefinition;
import dev.understudy.mock.path.PathIndex;
import dev.understudy.mock.path.Percent;
import dev.understudy.mock.path.RequestPath;
import dev.understudy.mock.path.RouteSlots;
import dev.understudy.mock.wire.HeaderSheet;
import dev.understudy.template.TemplateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What an environment compiles to: a function from request to response. Immutable but for the state that
/// is handed in; any thread may call it.
public final class CompiledMock {

    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;

    /// One way to reach a route.
    ///
    /// @param quick whether answering takes no more than a look-up
    /// @param fixed whether it does not even take a look at the request
    private record Way(CompiledRoute route, CompiledRoute.Entry entry, boolean quick, boolean fixed) {}

    private final Surroundings surroundings;
    private final Proxying proxying;
    private final List<BucketDefinition> buckets;
    private final Sockets sockets;
    private final List<CompiledRoute> routes;
    private final List<Way> ways = new ArrayList<>();
    private final PathIndex index = new PathIndex();
    private final Map<NodeId, CompiledRoute> byId = new LinkedHashMap<>();
    private final WorkCost pageCost = new WorkCost();

    /// @param routes in the order in which they are tried
    CompiledMock(
            Surroundings surroundings,
            Proxying proxying,
            List<BucketDefinition> buckets,
            List<CompiledRoute> routes,
            Sockets sockets) {
        this.surroundings = surroundings;
        this.proxying = proxying;
        this.buckets = List.copyOf(buckets);
        this.routes = List.copyOf(routes);
        this.sockets = sockets;
        for (CompiledRoute route : routes) {
            byId.put(route.id(), route);
            boolean quick = route.isQuick();
            boolean fixed = quick && route.isFixed();
            for (CompiledRoute.Entry entry : route.entries()) {
                index.add(entry.pattern(), entry.method(), ways.size());
                ways.add(new Way(route, entry, quick, fixed));
            }
        }
    }

    /// The routes it knows, those that requests can't reach included.
    public Set<NodeId> routes() {
        return Collections.unmodifiableSet(byId.keySet());
    }

    /// The path prefix of all routes as its author wrote it.
    public String prefix() {
        return surroundings.prefix();
    }

    /// The answer, or what has to be done for it.
    public Outcome begin(MockRequest request, MockState state) {
        String path = collapse(request.rawPath());
        if (path.startsWith("/") && Percent.isDecodable(path)) {
            RequestPath cut = RequestPath.of(path);
            int at = index.next(cut, request.method(), -1);
            while (at != RouteSlots.NONE) {
                Way way = ways.get(at);
                if (!way.quick()) {
                    int first = at;
                    return new Work(way.route().cost(), () -> guarded(visit(request, state, path), cut, first));
                }
                Optional<MockResponse> answer =
                        way.fixed() ? way.route().fixed(request, state) : quick(way, path, request, state);
                if (answer.isPresent()) {
                    return answer.get();
                }
                at = index.next(cut, request.method(), at);
            }
        }
        return surroundings.areConstant() && !proxying.isOn()
                ? respond(request, state)
                : new Work(pageCost, () -> respond(request, state));
    }

    private Optional<MockResponse> quick(Way way, String path, MockRequest request, MockState state) {
        Visit visit = visit(request, state, path);
        try {
            return way.route().answer(visit, way.entry());
        } catch (TemplateException failure) {
            return Optional.of(failed(visit, failure.getMessage()));
        }
    }

    /// The whole way to the reply, however long it takes.
    public Reply respond(MockRequest request, MockState state) {
        String path = collapse(request.rawPath());
        Visit visit = visit(request, state, path);
        if (!Percent.isDecodable(path)) {
            return plain(visit, BAD_REQUEST, "Failed to decode param '" + path + "'");
        }
        if (!path.startsWith("/")) {
            return unanswered(visit);
        }
        RequestPath cut = RequestPath.of(path);
        return guarded(visit, cut, index.next(cut, request.method(), -1));
    }

    private Reply guarded(Visit visit, RequestPath cut, int first) {
        try {
            return respond(visit, cut, first);
        } catch (TemplateException failure) {
            return failed(visit, failure.getMessage());
        } catch (StackOverflowError tooDeep) {
            return failed(visit, "The answer is nested too deep");
        }
    }

    /// @param first the first way to try
    private Reply respond(Visit visit, RequestPath cut, int first) throws TemplateException {
        String method = visit.raw().method();
        int at = first;
        while (at != RouteSlots.NONE) {
            Way way = ways.get(at);
            Optional<MockResponse> response = way.route().answer(visit, way.entry());
            if (response.isPresent()) {
                return response.get();
            }
            at = index.next(cut, method, at);
        }
        return surroundings.cors() && method.equals("OPTIONS") ? surroundings.preflight(visit) : unanswered(visit);
    }

    private Reply unanswered(Visit visit) {
        if (proxying.isOn()) {
            return proxying.forward(visit, visit.requestPath(), surroundings);
        }
        HeaderSheet sheet = visit.sheet();
        Surroundings.turnIntoNotFound(sheet);
        MockRequest request = visit.raw();
        return page(visit, NOT_FOUND, sheet, NotFoundPage.of(request.method(), request.rawPath()));
    }

    /// Whether requests to upgrade to WebSocket are answered at all.
    public boolean hasSockets() {
        return sockets.any();
    }

    /// The connection that a handshake opens; empty if no WebSocket route takes its path.
    public Optional<SocketSession> socket(MockRequest handshake, MockState state) {
        return sockets.open(handshake, state);
    }

    /// Whether a connection that was opened with an earlier version may go on.
    public boolean keeps(SocketSession session) {
        return sockets.keeps(session);
    }

    /// What a request's path holds for a route: texts, and arrays of texts.
    public JsObject params(NodeId route, MockRequest request) {
        String path = collapse(request.rawPath());
        return !Percent.isDecodable(path)
                ? JsObject.EMPTY
                : route(route).stream()
                        .flatMap(found -> found.entries().stream())
                        .flatMap(entry -> entry.pattern().match(path).stream())
                        .map(Params::of)
                        .findFirst()
                        .orElse(JsObject.EMPTY);
    }

    List<BucketDefinition> buckets() {
        return buckets;
    }

    Sockets sockets() {
        return sockets;
    }

    Optional<CompiledRoute> route(NodeId id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<CompiledRoute> inOrder() {
        return routes;
    }

    private Visit visit(MockRequest request, MockState state, String path) {
        return new Visit(request, state, path, surroundings);
    }

    private MockResponse failed(Visit visit, String message) {
        return plain(visit, FAILED, message);
    }

    private MockResponse plain(Visit visit, int status, String message) {
        HeaderSheet sheet = visit.sheet();
        sheet.write("Content-Type", "text/plain");
        return page(visit, status, sheet, message);
    }

    private MockResponse page(Visit visit, int status, HeaderSheet sheet, String text) {
        return Answer.once(visit.raw(), status, sheet, text, surroundings.delayMillis())
                .with(List.of(), visit.incidents());
    }

    /// Without runs of slashes.
    static String collapse(String path) {
        return path.contains("//") ? SLASHES.matcher(path).replaceAll("/") : path;
    }
}
