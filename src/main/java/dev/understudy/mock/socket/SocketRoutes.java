package dev.understudy.mock.socket;

import dev.understudy.environment.NodeId;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.path.PathIndex;
import dev.understudy.mock.path.Percent;
import dev.understudy.mock.path.RequestPath;
import dev.understudy.mock.path.RouteSlots;
import dev.understudy.mock.state.MockState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The routes of a mock that talk on WebSockets. Immutable; any thread may ask it.
public final class SocketRoutes {

    private static final String ANY = "ALL";

    private final List<SocketRoute> routes;
    private final PathIndex index = new PathIndex();
    private final Map<NodeId, SocketRoute> byId = new LinkedHashMap<>();

    /// @param routes in the order in which they are tried
    public SocketRoutes(List<SocketRoute> routes) {
        this.routes = List.copyOf(routes);
        for (int at = 0; at < routes.size(); at++) {
            index.add(routes.get(at).pattern(), ANY, at);
            byId.put(routes.get(at).id(), routes.get(at));
        }
    }

    public boolean any() {
        return !routes.isEmpty();
    }

    public Optional<SocketSession> open(MockRequest handshake, MockState state) {
        String path = handshake.rawPath();
        if (!path.startsWith("/") || path.contains("//") || !Percent.isDecodable(path)) {
            return Optional.empty();
        }
        int at = index.next(RequestPath.of(path), ANY, -1);
        return at == RouteSlots.NONE
                ? Optional.empty()
                : Optional.of(new SocketSession(routes.get(at), handshake, state));
    }

    public boolean keeps(SocketSession session) {
        SocketRoute route = byId.get(session.route());
        return route != null && session.isOf(route);
    }

    public Optional<SocketRoute> route(NodeId id) {
        return Optional.ofNullable(byId.get(id));
    }
}
