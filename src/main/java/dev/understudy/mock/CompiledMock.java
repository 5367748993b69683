package dev.understudy.mock;

import dev.understudy.environment.NodeId;
import dev.understudy.mock.path.PathIndex;
import dev.understudy.mock.path.Percent;
import dev.understudy.mock.path.RequestPath;
import dev.understudy.mock.path.RouteSlots;
import dev.understudy.mock.wire.HeaderSheet;
import java.nio.charset.StandardCharsets;
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

    private final Surroundings surroundings;
    private final List<CompiledRoute> routes;
    private final PathIndex index = new PathIndex();
    private final MockResponse preflight;
    private final Map<NodeId, CompiledRoute> byId = new LinkedHashMap<>();

    /// @param routes in the order in which they are tried
    CompiledMock(Surroundings surroundings, List<CompiledRoute> routes) {
        this.surroundings = surroundings;
        this.routes = List.copyOf(routes);
        this.preflight = surroundings.preflight();
        for (int at = 0; at < routes.size(); at++) {
            CompiledRoute route = routes.get(at);
            int place = at;
            route.pattern().ifPresent(pattern -> index.add(pattern, route.method(), place));
            byId.put(route.id(), route);
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
        return respond(request, state);
    }

    /// The whole way to the reply, however long it takes.
    public Reply respond(MockRequest request, MockState state) {
        String path = collapse(request.rawPath());
        if (!Percent.isDecodable(path)) {
            HeaderSheet sheet = surroundings.sheet();
            sheet.set("Content-Type", "text/plain; charset=utf-8");
            return page(400, sheet, "Failed to decode param '" + path + "'", request);
        }
        if (path.startsWith("/")) {
            RequestPath cut = RequestPath.of(path);
            int at = index.next(cut, request.method(), -1);
            while (at != RouteSlots.NONE) {
                Optional<MockResponse> response = routes.get(at).respond(request, state);
                if (response.isPresent()) {
                    return response.get();
                }
                at = index.next(cut, request.method(), at);
            }
            if (surroundings.cors() && request.method().equals("OPTIONS")) {
                return preflight;
            }
        }
        return page(404, surroundings.notFoundSheet(), NotFoundPage.of(request.method(), request.rawPath()), request);
    }

    /// Whether requests to upgrade to WebSocket are answered at all.
    public boolean hasSockets() {
        return false;
    }

    /// The connection that a handshake opens; empty if no WebSocket route takes its path.
    public Optional<SocketSession> socket(MockRequest handshake, MockState state) {
        return Optional.empty();
    }

    /// Whether a connection that was opened with an earlier version may go on.
    public boolean keeps(SocketSession session) {
        return byId.containsKey(session.route());
    }

    Optional<CompiledRoute> route(NodeId id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<CompiledRoute> inOrder() {
        return routes;
    }

    private MockResponse page(int status, HeaderSheet sheet, String text, MockRequest request) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        sheet.set("Content-Length", Integer.toString(body.length));
        return request.method().equals("HEAD")
                ? MockResponse.empty(status, sheet.toList(), surroundings.delayMillis())
                : new MockResponse(status, sheet.toList(), body, surroundings.delayMillis());
    }

    private static String collapse(String path) {
        return path.contains("//") ? SLASHES.matcher(path).replaceAll("/") : path;
    }
}
