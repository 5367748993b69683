package dev.understudy.mock;

import dev.understudy.environment.FileIndex;
import dev.understudy.environment.NodeId;
import dev.understudy.js.JsObject;
import dev.understudy.mock.bucket.BucketDefinition;
import dev.understudy.mock.exchange.DeferredReply;
import dev.understudy.mock.exchange.MockOutcome;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.exchange.Reply;
import dev.understudy.mock.exchange.ReplyCost;
import dev.understudy.mock.explain.Signposts;
import dev.understudy.mock.path.PathIndex;
import dev.understudy.mock.path.Percent;
import dev.understudy.mock.path.RequestPath;
import dev.understudy.mock.path.RouteSlots;
import dev.understudy.mock.proxy.Proxying;
import dev.understudy.mock.respond.CompiledRoute;
import dev.understudy.mock.respond.EnvironmentDefaults;
import dev.understudy.mock.respond.NotFoundPage;
import dev.understudy.mock.respond.Params;
import dev.understudy.mock.respond.PreparedAnswer;
import dev.understudy.mock.respond.RequestContext;
import dev.understudy.mock.rule.Trail;
import dev.understudy.mock.socket.SocketRoutes;
import dev.understudy.mock.socket.SocketSession;
import dev.understudy.mock.state.MockState;
import dev.understudy.mock.wire.HeaderSheet;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an environment compiles to: a function from request to response. Immutable but for the state that
/// is handed in; any thread may call it.
public final class CompiledMock {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;

    /// One way to reach a route.
    ///
    /// @param quick whether answering takes no more than a look-up
    /// @param fixed whether it does not even take a look at the request
    private record Way(CompiledRoute route, CompiledRoute.Entry entry, boolean quick, boolean fixed) {}

    private final EnvironmentDefaults defaults;
    private final Proxying proxying;
    private final List<BucketDefinition> buckets;
    private final SocketRoutes sockets;
    private final FileIndex files;
    private final Signposts signposts;
    private final List<CompiledRoute> routes;
    private final List<Way> ways = new ArrayList<>();
    private final PathIndex index = new PathIndex();
    private final Map<NodeId, CompiledRoute> byId = new LinkedHashMap<>();
    private final ReplyCost pageCost = new ReplyCost();

    /// @param routes in the order in which they are tried
    CompiledMock(
            EnvironmentDefaults defaults,
            Proxying proxying,
            List<BucketDefinition> buckets,
            List<CompiledRoute> routes,
            SocketRoutes sockets,
            FileIndex files,
            Signposts signposts) {
        this.defaults = defaults;
        this.proxying = proxying;
        this.buckets = List.copyOf(buckets);
        this.routes = List.copyOf(routes);
        this.sockets = sockets;
        this.files = files;
        this.signposts = signposts;
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
        return defaults.prefix();
    }

    /// What explains its answers.
    public Signposts signposts() {
        return signposts;
    }

    /// The answer, or what has to be done for it.
    public MockOutcome begin(MockRequest request, MockState state) {
        String path = RequestPath.collapse(request.rawPath());
        if (path.startsWith("/") && Percent.isDecodable(path)) {
            Trail trail = new Trail();
            RequestPath cut = RequestPath.of(path);
            int at = index.next(cut, request.method(), -1);
            while (at != RouteSlots.NONE) {
                Way way = ways.get(at);
                if (!way.quick()) {
                    int first = at;
                    return new DeferredReply(
                            way.route().cost(), () -> guarded(context(request, state, path, trail), cut, first));
                }
                Optional<MockResponse> answer =
                        way.fixed() ? way.route().fixed(request, state) : quick(way, path, request, state, trail);
                if (answer.isPresent()) {
                    return answer.get().after(trail);
                }
                at = index.next(cut, request.method(), at);
            }
        }
        return defaults.areConstant() && !proxying.isOn()
                ? respond(request, state)
                : new DeferredReply(pageCost, () -> respond(request, state));
    }

    private Optional<MockResponse> quick(Way way, String path, MockRequest request, MockState state, Trail trail) {
        RequestContext context = context(request, state, path, trail);
        try {
            return way.route().answer(context, way.entry());
        } catch (TemplateException failure) {
            return Optional.of(failed(context, failure.getMessage()));
        }
    }

    /// The whole way to the reply, however long it takes.
    public Reply respond(MockRequest request, MockState state) {
        String path = RequestPath.collapse(request.rawPath());
        RequestContext context = context(request, state, path, new Trail());
        if (!Percent.isDecodable(path)) {
            return plain(context, BAD_REQUEST, "Failed to decode param '" + path + "'");
        }
        if (!path.startsWith("/")) {
            return unanswered(context);
        }
        RequestPath cut = RequestPath.of(path);
        return guarded(context, cut, index.next(cut, request.method(), -1));
    }

    private Reply guarded(RequestContext context, RequestPath cut, int first) {
        try {
            return respond(context, cut, first);
        } catch (TemplateException failure) {
            return failed(context, failure.getMessage());
        } catch (StackOverflowError tooDeep) {
            return failed(context, "The answer is nested too deep");
        }
    }

    /// @param first the first way to try
    private Reply respond(RequestContext context, RequestPath cut, int first) throws TemplateException {
        String method = context.raw().method();
        int at = first;
        while (at != RouteSlots.NONE) {
            Way way = ways.get(at);
            Optional<MockResponse> response = way.route().answer(context, way.entry());
            if (response.isPresent()) {
                return response.get().after(context.trail());
            }
            at = index.next(cut, method, at);
        }
        return defaults.cors() && method.equals("OPTIONS") ? defaults.preflight(context) : unanswered(context);
    }

    private Reply unanswered(RequestContext context) {
        if (proxying.isOn()) {
            return proxying.forward(context, context.requestPath(), defaults);
        }
        HeaderSheet sheet = context.sheet();
        EnvironmentDefaults.turnIntoNotFound(sheet);
        MockRequest request = context.raw();
        return page(context, NOT_FOUND, sheet, NotFoundPage.of(request.method(), request.rawPath()));
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
        String path = RequestPath.collapse(request.rawPath());
        return !Percent.isDecodable(path)
                ? JsObject.EMPTY
                : route(route).stream()
                        .flatMap(found -> found.entries().stream())
                        .flatMap(entry -> entry.pattern().match(path).stream())
                        .map(Params::of)
                        .findFirst()
                        .orElse(JsObject.EMPTY);
    }

    /// Takes the place of the version before, before it answers its first request: see [MockState#load].
    ///
    /// @return whether there was memory for all buckets
    public boolean load(MockState state) {
        return state.load(routes(), buckets, files);
    }

    List<BucketDefinition> buckets() {
        return buckets;
    }

    SocketRoutes sockets() {
        return sockets;
    }

    Optional<CompiledRoute> route(NodeId id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<CompiledRoute> inOrder() {
        return routes;
    }

    private RequestContext context(MockRequest request, MockState state, String path, Trail trail) {
        return new RequestContext(request, state, path, defaults, trail);
    }

    private MockResponse failed(RequestContext context, String message) {
        context.trail().failed(message);
        return plain(context, FAILED, message);
    }

    private MockResponse plain(RequestContext context, int status, String message) {
        HeaderSheet sheet = context.sheet();
        sheet.write("Content-Type", "text/plain");
        return page(context, status, sheet, message);
    }

    private MockResponse page(RequestContext context, int status, HeaderSheet sheet, String text) {
        return PreparedAnswer.once(context.raw(), status, sheet, text, defaults.delayMillis())
                .with(List.of(), context.incidents())
                .after(context.trail());
    }
}
