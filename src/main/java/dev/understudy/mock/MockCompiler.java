package dev.understudy.mock;

import dev.understudy.environment.Environment;
import dev.understudy.environment.FileIndex;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Problem.Severity;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.mock.bucket.BucketDefinition;
import dev.understudy.mock.compile.BucketProblems;
import dev.understudy.mock.compile.FileProblems;
import dev.understudy.mock.compile.NamedBuckets;
import dev.understudy.mock.compile.Reachability;
import dev.understudy.mock.compile.RouteCompiler;
import dev.understudy.mock.compile.RouteProblems;
import dev.understudy.mock.explain.Signposts;
import dev.understudy.mock.proxy.Proxying;
import dev.understudy.mock.respond.CompiledRoute;
import dev.understudy.mock.respond.EnvironmentDefaults;
import dev.understudy.mock.socket.SocketRoute;
import dev.understudy.mock.socket.SocketRoutes;
import dev.understudy.mock.state.MockFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Compiles environments. Never fails: what can't answer becomes a problem, and the rest answers.
public final class MockCompiler {

    private final Environment environment;
    private final @Nullable CompiledMock previous;
    private final EnvironmentDefaults defaults;
    private final RouteCompiler compiler;
    private final List<CompiledRoute> routes = new ArrayList<>();
    private final List<SocketRoute> sockets = new ArrayList<>();

    private MockCompiler(Environment environment, @Nullable CompiledMock previous) {
        this.environment = environment;
        this.previous = previous;
        this.defaults = EnvironmentDefaults.of(environment);
        this.compiler = new RouteCompiler(environment, defaults);
    }

    /// The mock, and what its authors should know, in the order of the routes.
    public record Compilation(CompiledMock mock, List<Problem> problems) {}

    /// Compiles all of it.
    public static Compilation compile(Environment environment) {
        return compile(environment, null);
    }

    /// Compiles what changed.
    ///
    /// @param previous an earlier state of the same environment: what did not change since is taken from it
    public static Compilation compile(Environment environment, @Nullable CompiledMock previous) {
        return new MockCompiler(environment, previous).compile();
    }

    /// The files that a document refers to and that are not there, and those whose content is not, at this moment.
    ///
    /// @param files as this document has them
    public static List<Problem> fileProblems(Environment environment, MockFiles files) {
        return new FileProblems(environment, files).find();
    }

    private Compilation compile() {
        addEnabledRoutes(environment.root().id(), false);
        List<BucketDefinition> buckets = buckets();
        NamedBuckets named = new NamedBuckets(buckets);
        List<Problem> problems = new ArrayList<>(ofSettings(named));
        for (CompiledRoute route : routes) {
            problems.addAll(route.problems());
            problems.addAll(named.problems(route.mentions()));
        }
        problems.addAll(Reachability.problems(routes));
        problems.addAll(BucketProblems.of(buckets, named));
        for (Node callback : environment.children(environment.root().id(), Slot.CALLBACKS)) {
            RouteProblems.Findings found = RouteProblems.ofCallbacks(environment, environment.subtree(callback.id()));
            problems.addAll(found.problems());
            problems.addAll(named.problems(found.mentions()));
        }
        CompiledMock mock = new CompiledMock(
                defaults,
                Proxying.of(environment),
                buckets,
                routes,
                new SocketRoutes(sockets),
                FileIndex.of(environment),
                previous == null
                        ? Signposts.of(environment)
                        : previous.signposts().next(environment));
        return new Compilation(mock, List.copyOf(problems));
    }

    private List<Problem> ofSettings(NamedBuckets named) {
        Node root = environment.root();
        List<Problem> problems = new ArrayList<>();
        String host = root.get(Schema.ENVIRONMENT_PROXY_HOST);
        if (root.get(Schema.ENVIRONMENT_PROXY) && Proxying.target(host).isEmpty()) {
            problems.add(new Problem(
                    Severity.WARNING,
                    "",
                    Optional.of(root.id()),
                    Schema.ENVIRONMENT_PROXY_HOST.key(),
                    "This is not a URL, so nothing is forwarded. Write one such as https://api.example.org."));
        }
        for (Slot slot : List.of(Slot.HEADERS, Slot.PROXY_REQUEST_HEADERS, Slot.PROXY_RESPONSE_HEADERS)) {
            RouteProblems.Findings found =
                    RouteProblems.of(environment, List.copyOf(environment.children(root.id(), slot)));
            problems.addAll(found.problems());
            problems.addAll(named.problems(found.mentions()));
        }
        return problems;
    }

    private List<BucketDefinition> buckets() {
        Map<NodeId, BucketDefinition> old = new HashMap<>();
        if (previous != null) {
            previous.buckets().forEach(bucket -> old.put(bucket.node(), bucket));
        }
        return environment.children(environment.root().id(), Slot.BUCKETS).stream()
                .map(bucket -> {
                    BucketDefinition before = old.get(bucket.id());
                    return before != null && before.isOf(bucket) ? before : BucketDefinition.of(bucket);
                })
                .toList();
    }

    /// Depth first, as the tree shows them, without what is switched off. Within folders every route answers on
    /// WebSockets, too, whatever its type, as in the reference.
    private void addEnabledRoutes(NodeId parent, boolean inFolder) {
        for (Node child : environment.children(parent, Slot.CHILDREN)) {
            if (child.kind() == Kind.FOLDER && child.get(Schema.FOLDER_ENABLED)) {
                addEnabledRoutes(child.id(), true);
            } else if (child.kind() == Kind.ROUTE && child.get(Schema.ROUTE_ENABLED)) {
                List<Node> nodes = compiler.nodes(child);
                routes.add(route(child, nodes));
                if (inFolder || child.get(Schema.ROUTE_TYPE) == RouteType.WS) {
                    socket(child, nodes).ifPresent(sockets::add);
                }
            }
        }
    }

    private CompiledRoute route(Node route, List<Node> nodes) {
        Optional<CompiledRoute> old = previous == null ? Optional.empty() : previous.route(route.id());
        return old.filter(same -> same.isMadeOf(nodes, defaults)).orElseGet(() -> compiler.compile(route, nodes));
    }

    private Optional<SocketRoute> socket(Node route, List<Node> nodes) {
        Optional<SocketRoute> old =
                previous == null ? Optional.empty() : previous.sockets().route(route.id());
        return old.filter(same -> same.isMadeOf(nodes, defaults.prefix()))
                .or(() -> compiler.compileSocket(route, nodes));
    }
}
