package dev.understudy.ui.editor.preview;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.preview.SampleRequest;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.ui.editor.session.NodeNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Requests that a route would take, made up from what it says. Pure.
final class Samples {

    private static final Set<String> ANY_METHOD = Set.of("", "all", "crud", "ws");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private Samples() {}

    /// With `1` for each parameter of the path and `anything` for a wildcard.
    static SampleRequest of(Environment environment, Node route) {
        String prefix = environment.root().get(Schema.ENVIRONMENT_PREFIX);
        String path = (prefix.isEmpty() ? "" : "/" + prefix) + "/" + route.get(Schema.ROUTE_ENDPOINT);
        String target = NodeNames.samplePath(path).replaceAll("/{2,}", "/");
        String method = method(route, "GET");
        boolean body = WITH_BODY.contains(method);
        return new SampleRequest(
                method,
                target,
                body ? List.of(new HeaderLine("Content-Type", "application/json")) : List.of(),
                body ? "{}" : "");
    }

    /// The method of a route, or the one from before where it takes any.
    static String method(Node route, String before) {
        String method = NodeNames.method(route).toLowerCase(Locale.ROOT);
        return ANY_METHOD.contains(method) ? before : method.toUpperCase(Locale.ROOT);
    }

    static String lines(List<HeaderLine> headers) {
        return headers.stream()
                .map(header -> header.name() + ": " + header.value())
                .collect(Collectors.joining("\n"));
    }

    /// Lines without a name are none.
    static List<HeaderLine> headers(String lines) {
        return lines.lines()
                .filter(line -> line.indexOf(':') > 0)
                .map(line -> new HeaderLine(
                        line.substring(0, line.indexOf(':')).strip(),
                        line.substring(line.indexOf(':') + 1).strip()))
                .toList();
    }
}
