package dev.understudy.mock;

import dev.understudy.environment.NodeId;
import dev.understudy.mock.path.PathIndex;
import dev.understudy.mock.path.Percent;
import dev.understudy.mock.path.RequestPath;
import dev.understudy.mock.path.RouteSlots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The routes of a mock that talk on WebSockets. Immutable; any thread may ask it.
final class Sockets {

    private static final String ANY = "ALL";

    private final List<SocketRoute> routes;
    private final PathIndex index = new PathIndex();
    private final Map<NodeId, SocketRoute> byId = new LinkedHashMap<>();

    /// @param routes in the order in which they are tried
    Sockets(List<SocketRoute> routes) {
        this.routes = List.copyOf(routes);
        for (int at = 0; at < routes.size(); at++) {
            index.add(routes.get(at).pattern(), ANY, at);
            byId.put(routes.get(at).id(), routes.get(at));
        }
    }

    boolean any() {
        return !routes.isEmpty();
    }

    Optional<SocketSession> open(MockRequest handshake, MockState state) {
        String path = handshake.rawPath();
        if (!path.startsWith("/") || path.contains("//") || !Percent.isDecodable(path)) {
            return Optional.empty();
        }
        int at = index.next(RequestPath.of(path), ANY, -1);
        return at == RouteSlots.NONE
                ? Optional.empty()
                : Optional.of(new SocketSession(routes.get(at), handshake, state));
    }

    boolean keeps(SocketSession session) {
        SocketRoute route = byId.get(session.route());
        return route != null && session.isOf(route);
    }

    Optional<SocketRoute> route(NodeId id) {
        return Optional.ofNullable(byId.get(id));
    }
}
