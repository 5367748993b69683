package dev.understudy.ui.editor.desk;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Problem.Severity;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Routes that never answer because one above them has the same method and path. What is switched off neither takes
/// requests nor is told about. Pure.
final class SameRoutes {

    private final Environment environment;
    private final Map<String, Node> first = new HashMap<>();
    private final List<Problem> found = new ArrayList<>();

    private SameRoutes(Environment environment) {
        this.environment = environment;
    }

    static List<Problem> of(Environment environment) {
        SameRoutes routes = new SameRoutes(environment);
        routes.look(environment.root().id());
        return routes.found;
    }

    private void look(NodeId parent) {
        for (Node node : environment.children(parent, Slot.CHILDREN)) {
            if (!Words.enabled(node)) {
                continue;
            }
            if (node.kind() == Kind.FOLDER) {
                look(node.id());
            } else if (node.get(Schema.ROUTE_TYPE).equals("http")) {
                compare(node);
            }
        }
    }

    private void compare(Node route) {
        String path = route.get(Schema.ROUTE_ENDPOINT).replaceAll("/{2,}", "/").replaceAll("^/|/$", "");
        Node before = first.putIfAbsent(Words.method(route) + " " + path, route);
        if (before != null) {
            found.add(new Problem(
                    Severity.WARNING,
                    "",
                    Optional.of(route.id()),
                    Schema.ROUTE_ENDPOINT.key(),
                    "Another route further up has the same method and path" + folder(before)
                            + ": that one answers, this one never does."));
        }
    }

    private String folder(Node route) {
        return Words.above(environment, route.id(), Kind.FOLDER)
                .map(folder -> " (in " + Words.name(folder) + ")")
                .orElse("");
    }
}
