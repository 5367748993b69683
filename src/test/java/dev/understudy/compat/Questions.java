package dev.understudy.compat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.HttpMethod;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.ResponseMode;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.List;

/// Thinks up requests for an environment that nobody has described: every route in several ways, every response by
/// its rules, and what should reach no route at all.
final class Questions {

    private final Environment environment;
    private final String prefix;
    private final List<Ask> asks = new ArrayList<>();

    private Questions(Environment environment) {
        this.environment = environment;
        this.prefix = environment.root().get(Schema.ENVIRONMENT_PREFIX);
    }

    static List<Ask> about(Environment environment) {
        Questions questions = new Questions(environment);
        questions.aboutNoRoute();
        questions.walk(environment.root().id());
        return List.copyOf(questions.asks);
    }

    private void aboutNoRoute() {
        for (String target :
                List.of("/", "/no/such/path", "/no%20such/path?x=1", "//twice//nothing", "/<b>&'\"", "/%C3%A9")) {
            asks.add(Ask.of("no route", "GET", target));
        }
        asks.add(Ask.of("no route", "POST", "/no/such/path").sending("application/json", "{\"a\":1}"));
        asks.add(Ask.of("no route", "OPTIONS", "/no/such/path"));
        asks.add(Ask.of("no route", "HEAD", "/no/such/path"));
        asks.add(Ask.of("no route", "DELETE", "/"));
    }

    private void walk(NodeId parent) {
        for (Node child : environment.children(parent, Slot.CHILDREN)) {
            if (child.kind() == Kind.FOLDER) {
                walk(child.id());
            } else {
                switch (child.get(Schema.ROUTE_TYPE)) {
                    case CRUD -> asks.addAll(CrudQuestions.about(environment, child, Paths.of(prefix, child)));
                    case WS ->
                        asks.add(Ask.of(
                                "socket without upgrade",
                                "GET",
                                Paths.of(prefix, child).plain()));
                    case HTTP -> aboutRoute(child);
                }
            }
        }
    }

    private void aboutRoute(Node route) {
        String method = method(route);
        Paths paths = Paths.of(prefix, route);
        String name = method + " " + route.get(Schema.ROUTE_ENDPOINT);
        int responses = environment.children(route.id(), Slot.RESPONSES).size();
        boolean sequential = route.get(Schema.ROUTE_RESPONSE_MODE) == ResponseMode.SEQUENTIAL;
        for (int turn = 0; turn < (sequential ? responses + 1 : 1); turn++) {
            asks.add(Ask.of(name, method, paths.plain()));
        }
        for (String variant : paths.variants()) {
            asks.add(Ask.of(name + ", another path", method, variant));
        }
        asks.add(Ask.of(name + ", another method", method.equals("PUT") ? "GET" : "PUT", paths.plain()));
        asks.add(Ask.of(name, "HEAD", paths.plain()));
        asks.add(Ask.of(name, "OPTIONS", paths.plain()));
        asks.addAll(BodyQuestions.about(environment, route, name, method, paths));
        asks.addAll(RuleQuestions.about(environment, route, name, method, paths));
    }

    private static String method(Node route) {
        HttpMethod method = route.get(Schema.ROUTE_METHOD);
        return method == HttpMethod.NONE || method == HttpMethod.ALL ? "GET" : method.verb();
    }
}
