package dev.understudy.mock.socket;

import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.StreamingMode;
import dev.understudy.mock.exchange.Origin;
import dev.understudy.mock.path.PathPattern;
import dev.understudy.mock.respond.CompiledResponse;
import dev.understudy.mock.rule.ResponseSelection;
import java.util.List;
import java.util.Optional;

/// A route that talks on WebSockets. Two of them are the same only if they are the very same: connections hold on to
/// the one they were opened with.
public final class SocketRoute {

    /// Shorter intervals are not kept.
    static final int MIN_INTERVAL_MILLIS = 10;

    private final NodeId id;
    private final List<Node> madeOf;
    private final String prefix;
    private final String endpoint;
    private final PathPattern pattern;
    private final PathPattern bare;
    private final String path;
    private final StreamingMode mode;
    private final int intervalMillis;
    private final Optional<ResponseSelection> selection;
    private final List<CompiledResponse> responses;

    /// @param pattern of the whole path
    /// @param bare of the path without the environment's prefix
    /// @param selection empty if there is no response
    public SocketRoute(
            List<Node> madeOf,
            String prefix,
            String endpoint,
            PathPattern pattern,
            PathPattern bare,
            StreamingMode mode,
            int intervalMillis,
            Optional<ResponseSelection> selection,
            List<CompiledResponse> responses) {
        this.id = madeOf.getFirst().id();
        this.madeOf = madeOf;
        this.prefix = prefix;
        this.endpoint = endpoint;
        this.pattern = pattern;
        this.bare = bare;
        this.path = PathPattern.written(prefix, endpoint);
        this.mode = mode;
        this.intervalMillis = Math.max(MIN_INTERVAL_MILLIS, intervalMillis);
        this.selection = selection;
        this.responses = responses;
    }

    public boolean isMadeOf(List<Node> nodes, String around) {
        return prefix.equals(around) && madeOf.equals(nodes);
    }

    NodeId id() {
        return id;
    }

    String prefix() {
        return prefix;
    }

    /// What stands for the path where rules look at it.
    String shownPath() {
        return endpoint.startsWith("/") ? endpoint : "/" + endpoint;
    }

    Origin origin() {
        return new Origin(id, id, path);
    }

    Origin origin(CompiledResponse response) {
        return new Origin(id, response.id(), path);
    }

    PathPattern pattern() {
        return pattern;
    }

    PathPattern bare() {
        return bare;
    }

    StreamingMode mode() {
        return mode;
    }

    int intervalMillis() {
        return intervalMillis;
    }

    Optional<ResponseSelection> selection() {
        return selection;
    }

    CompiledResponse response(int at) {
        return responses.get(at);
    }
}
