package dev.understudy.hosting.preview;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.ResponseMode;
import dev.understudy.environment.Schema;
import dev.understudy.environment.StatusReasons;
import dev.understudy.hosting.preview.Preview.Instead;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.exchange.Reply;
import dev.understudy.mock.explain.Asked;
import dev.understudy.why.Line;
import java.util.List;
import java.util.Optional;

/// Which response of a route a listener would choose for a request, and why, where that is not the one that is
/// previewed. Pure.
final class ListenerChoice {

    private static final String DASH = " — ";

    private ListenerChoice() {}

    /// @param document with the route alone, that `mock` was made of
    /// @param reply what it answered
    /// @param previewed the response that is shown
    static Optional<Instead> of(
            Environment document, CompiledMock mock, Reply reply, NodeId previewed, SampleRequest request) {
        Node route = document.nodes().stream()
                .filter(node -> node.kind() == Kind.ROUTE)
                .findFirst()
                .orElseThrow();
        ResponseMode mode = route.get(Schema.ROUTE_RESPONSE_MODE);
        if (mode == ResponseMode.SEQUENTIAL) {
            return Optional.of(new Instead(
                    Optional.empty(), "The listener answers with each response in turn, this one among them."));
        }
        if (mode == ResponseMode.RANDOM) {
            return Optional.of(
                    new Instead(Optional.empty(), "The listener picks a response at random, perhaps this one."));
        }
        if (!(reply instanceof MockResponse made) || made.origin().isEmpty()) {
            return Optional.of(
                    new Instead(
                            Optional.empty(),
                            "No response of this route would answer this request: none of its rules hold, and in fallback mode it passes the request on."));
        }
        NodeId chosen = made.origin().get().response();
        return chosen.equals(previewed)
                ? Optional.empty()
                : document.find(chosen)
                        .map(node -> new Instead(
                                Optional.of(chosen),
                                "The listener would answer with “%s”: %s."
                                        .formatted(name(node), reason(mock, made, request))));
    }

    private static String reason(CompiledMock mock, MockResponse made, SampleRequest request) {
        Asked asked = new Asked(
                request.method(),
                request.target(),
                made.status(),
                made.origin(),
                false,
                made.trail(),
                (target, name, seen) -> seen);
        List<Line> lines = mock.signposts().explain(asked).lines();
        return lines.stream()
                .filter(line -> line.mark() == Line.Mark.HELD)
                .map(Line::text)
                .filter(text -> text.contains(DASH))
                .map(text -> "its rule holds, " + text.substring(text.indexOf(DASH) + DASH.length()))
                .findFirst()
                .orElse("it is the default response, and no rule holds");
    }

    /// Its status with its label, or the reason phrase.
    private static String name(Node response) {
        int status = response.get(Schema.RESPONSE_STATUS);
        String label = response.get(Schema.RESPONSE_LABEL);
        return "%d %s"
                .formatted(status, label.isBlank() ? StatusReasons.of(status).orElse("") : label)
                .strip();
    }
}
