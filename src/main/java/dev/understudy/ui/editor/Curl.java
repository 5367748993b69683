package dev.understudy.ui.editor;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A command line that asks a route of the mock.
final class Curl {

    private static final Set<String> WITH_BODY = Set.of("post", "put", "patch");

    private final EditorSession session;

    Curl(EditorSession session) {
        this.session = session;
    }

    /// Empty if there is no such route any more, or if the mock does not run.
    Optional<String> of(NodeId route) {
        return ListenerWords.of(session.mock().listener().peek())
                .url()
                .flatMap(address -> session.find(route)
                        .filter(node -> node.kind() == Kind.ROUTE)
                        .map(node -> line(address, node)));
    }

    /// For the route of a node, or the first of all.
    Optional<String> ofShown(Optional<NodeId> shown) {
        return asked(session.now().environment(), shown).flatMap(this::of);
    }

    /// The route of a node, or the first of all.
    static Optional<NodeId> asked(Environment environment, Optional<NodeId> shown) {
        return shown.flatMap(node -> NodeNames.above(environment, node, Kind.ROUTE))
                .map(Node::id)
                .or(() -> FirstRoute.of(environment));
    }

    /// With `1` for each parameter of the path and `anything` for a wildcard. Pure.
    static String line(String address, Node route) {
        String method = NodeNames.method(route).toLowerCase(Locale.ROOT);
        String path = NodeNames.samplePath(route.get(Schema.ROUTE_ENDPOINT));
        String url = address.replaceFirst("/$", "") + "/" + path.replaceFirst("^/", "");
        StringBuilder line = new StringBuilder("curl -i ");
        switch (method) {
            case "get", "all", "", "crud", "ws" -> {}
            case "head" -> line.append("--head ");
            default ->
                line.append("-X ").append(method.toUpperCase(Locale.ROOT)).append(' ');
        }
        if (WITH_BODY.contains(method)) {
            line.append("-H 'Content-Type: application/json' -d '{}' ");
        }
        return line.append(quoted(url)).toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
