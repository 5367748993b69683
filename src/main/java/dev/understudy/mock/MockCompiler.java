package dev.understudy.mock;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.mock.path.PathPattern;
import dev.understudy.mock.wire.HeaderSheet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Compiles environments. Never fails: what can't answer becomes a problem, and the rest answers.
public final class MockCompiler {

    private MockCompiler() {}

    /// The mock, and what its authors should know, in the order of the routes.
    public record Compilation(CompiledMock mock, List<Problem> problems) {}

    public static Compilation compile(Environment environment) {
        return compile(environment, null);
    }

    /// Compiles what changed.
    ///
    /// @param previous an earlier state of the same environment: what did not change since is taken from it
    public static Compilation compile(Environment environment, @Nullable CompiledMock previous) {
        Surroundings surroundings = Surroundings.of(environment);
        List<CompiledRoute> routes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(Warnings.aboutSettings(environment));
        for (Node route : enabledRoutes(environment)) {
            List<Node> nodes = environment.subtree(route.id());
            Optional<CompiledRoute> old = previous == null ? Optional.empty() : previous.route(route.id());
            CompiledRoute compiled = old.filter(same -> same.isMadeOf(nodes, surroundings))
                    .orElseGet(() -> compile(environment, route, nodes, surroundings));
            routes.add(compiled);
            problems.addAll(compiled.problems());
        }
        return new Compilation(new CompiledMock(surroundings, routes), List.copyOf(problems));
    }

    private static CompiledRoute compile(
            Environment environment, Node route, List<Node> nodes, Surroundings surroundings) {
        List<Problem> problems = new ArrayList<>(Warnings.about(environment, nodes));
        Optional<PathPattern> pattern = pattern(route, surroundings, problems);
        Optional<Answer> answer = defaultResponse(environment.children(route.id(), Slot.RESPONSES))
                .map(response -> answer(environment, response, surroundings));
        return new CompiledRoute(
                route.id(),
                nodes,
                surroundings,
                route.get(Schema.ROUTE_METHOD).toUpperCase(Locale.ROOT),
                pattern,
                answer,
                List.copyOf(problems));
    }

    private static Optional<PathPattern> pattern(Node route, Surroundings surroundings, List<Problem> problems) {
        if (!route.get(Schema.ROUTE_TYPE).equals("http")) {
            return Optional.empty();
        }
        return switch (PathPattern.parse(surroundings.prefix(), route.get(Schema.ROUTE_ENDPOINT))) {
            case PathPattern.Parsing.Parsed(PathPattern read) -> Optional.of(read);
            case PathPattern.Parsing.Malformed(String reason) -> {
                problems.add(Problem.atField(
                        route.id(),
                        Schema.ROUTE_ENDPOINT.key(),
                        "This path can't be read, so nothing reaches it. " + reason));
                yield Optional.empty();
            }
        };
    }

    private static Optional<Node> defaultResponse(Collection<Node> responses) {
        return responses.stream()
                .filter(response -> response.get(Schema.RESPONSE_DEFAULT))
                .findFirst()
                .or(() -> responses.stream().findFirst());
    }

    private static Answer answer(Environment environment, Node response, Surroundings surroundings) {
        HeaderSheet sheet = surroundings.sheet();
        sheet.writeAll(Surroundings.headers(environment.children(response.id(), Slot.HEADERS)));
        long delayMillis = (long) surroundings.delayMillis() + response.get(Schema.RESPONSE_LATENCY);
        return Answer.of(response.get(Schema.RESPONSE_STATUS), sheet, response.get(Schema.RESPONSE_BODY), (int)
                Math.min(delayMillis, Integer.MAX_VALUE));
    }

    /// Depth first, as the tree shows them, without what is switched off.
    private static List<Node> enabledRoutes(Environment environment) {
        List<Node> routes = new ArrayList<>();
        addEnabledRoutes(environment, environment.root().id(), routes);
        return routes;
    }

    private static void addEnabledRoutes(Environment environment, NodeId parent, List<Node> routes) {
        for (Node child : environment.children(parent, Slot.CHILDREN)) {
            if (child.kind() == Kind.FOLDER && child.get(Schema.FOLDER_ENABLED)) {
                addEnabledRoutes(environment, child.id(), routes);
            } else if (child.kind() == Kind.ROUTE && child.get(Schema.ROUTE_ENABLED)) {
                routes.add(child);
            }
        }
    }
}
