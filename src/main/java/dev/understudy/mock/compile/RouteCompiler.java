package dev.understudy.mock.compile;

import dev.understudy.environment.Environment;
import dev.understudy.environment.HttpMethod;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.mock.bucket.BucketText;
import dev.understudy.mock.crud.CrudAction;
import dev.understudy.mock.crud.IdTemplate;
import dev.understudy.mock.exchange.Origin;
import dev.understudy.mock.exchange.ReplyCost;
import dev.understudy.mock.path.PathPattern;
import dev.understudy.mock.respond.BodySource;
import dev.understudy.mock.respond.CompiledCallback;
import dev.understudy.mock.respond.CompiledResponse;
import dev.understudy.mock.respond.CompiledRoute;
import dev.understudy.mock.respond.EnvironmentDefaults;
import dev.understudy.mock.respond.HeaderTemplates;
import dev.understudy.mock.respond.PreparedAnswer;
import dev.understudy.mock.rule.ResponseSelection;
import dev.understudy.mock.rule.Rule;
import dev.understudy.mock.rule.Rules;
import dev.understudy.mock.socket.SocketRoute;
import dev.understudy.mock.text.TextTemplate;
import dev.understudy.mock.wire.HeaderSheet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compiles the routes of one version of an environment.
public final class RouteCompiler {

    private static final BodySource.Fields BODY = new BodySource.Fields(
            Schema.RESPONSE_BODY_TYPE, Schema.RESPONSE_BODY, Schema.RESPONSE_BUCKET, Schema.RESPONSE_FILE);

    private final Environment environment;
    private final EnvironmentDefaults defaults;
    private final RouteReferences references;

    public RouteCompiler(Environment environment, EnvironmentDefaults defaults) {
        this.environment = environment;
        this.defaults = defaults;
        this.references = new RouteReferences(environment);
    }

    /// The nodes that a route is made of: those below it, and those it refers to.
    public List<Node> nodes(Node route) {
        return references.withReferred(route);
    }

    public CompiledRoute compile(Node route, List<Node> nodes) {
        RouteProblems.Findings found = RouteProblems.of(environment, nodes);
        List<Problem> problems = new ArrayList<>(found.problems());
        List<Node> responses = responses(route);
        if (route.get(Schema.ROUTE_TYPE) == RouteType.HTTP) {
            problems.addAll(JsonBodies.problems(environment, responses));
        }
        boolean crud = route.get(Schema.ROUTE_TYPE) == RouteType.CRUD;
        String crudKey = responses.isEmpty() ? "id" : responses.getFirst().get(Schema.RESPONSE_CRUD_KEY);
        return new CompiledRoute(
                route.id(),
                nodes,
                defaults,
                entries(route, problems),
                PathPattern.written(defaults.prefix(), route.get(Schema.ROUTE_ENDPOINT)),
                selection(route, responses),
                responses.stream()
                        .map(response -> response(response, crud ? crudKey : ""))
                        .toList(),
                crudKey,
                bucketReferences(responses),
                found.mentions(),
                List.copyOf(problems),
                new ReplyCost());
    }

    /// Empty if its path can't be read.
    public Optional<SocketRoute> compileSocket(Node route, List<Node> nodes) {
        String endpoint = route.get(Schema.ROUTE_ENDPOINT);
        if (PathPattern.parse(defaults.prefix(), endpoint) instanceof PathPattern.Parsing.Parsed(PathPattern whole)
                && PathPattern.parse("", endpoint) instanceof PathPattern.Parsing.Parsed(PathPattern bare)) {
            List<Node> responses = responses(route);
            return Optional.of(new SocketRoute(
                    nodes,
                    defaults.prefix(),
                    endpoint,
                    whole,
                    bare,
                    route.get(Schema.ROUTE_STREAMING_MODE),
                    route.get(Schema.ROUTE_STREAMING_INTERVAL),
                    selection(route, responses),
                    responses.stream().map(this::socketResponse).toList()));
        }
        return Optional.empty();
    }

    private List<Node> responses(Node route) {
        return List.copyOf(environment.children(route.id(), Slot.RESPONSES));
    }

    private List<CompiledRoute.Entry> entries(Node route, List<Problem> problems) {
        List<CompiledRoute.Entry> entries = new ArrayList<>();
        switch (route.get(Schema.ROUTE_TYPE)) {
            case WS -> {}
            case CRUD -> {
                for (CrudAction action : CrudAction.values()) {
                    pattern(route, action.suffix(), problems)
                            .ifPresent(pattern -> entries.add(
                                    new CompiledRoute.Entry(pattern, action.method(), Optional.of(action))));
                }
            }
            case HTTP -> {
                HttpMethod method = route.get(Schema.ROUTE_METHOD);
                pattern(route, "", problems)
                        .filter(_ -> method != HttpMethod.NONE)
                        .ifPresent(pattern ->
                                entries.add(new CompiledRoute.Entry(pattern, method.verb(), Optional.empty())));
            }
        }
        return List.copyOf(entries);
    }

    private Optional<PathPattern> pattern(Node route, String suffix, List<Problem> problems) {
        return switch (PathPattern.parse(defaults.prefix(), route.get(Schema.ROUTE_ENDPOINT), suffix)) {
            case PathPattern.Parsing.Parsed(PathPattern read) -> Optional.of(read);
            case PathPattern.Parsing.Malformed(String reason) -> {
                if (problems.stream().noneMatch(problem -> problem.field().equals(Schema.ROUTE_ENDPOINT.key()))) {
                    problems.add(Problem.atField(
                            route.id(),
                            Schema.ROUTE_ENDPOINT.key(),
                            "This path can't be read, so nothing reaches it. " + PathMistakes.sentence(reason)));
                }
                yield Optional.empty();
            }
        };
    }

    private Optional<ResponseSelection> selection(Node route, List<Node> responses) {
        if (responses.isEmpty()) {
            return Optional.empty();
        }
        int preferred = 0;
        for (int at = responses.size() - 1; at >= 0; at--) {
            preferred = responses.get(at).get(Schema.RESPONSE_DEFAULT) ? at : preferred;
        }
        return Optional.of(new ResponseSelection(
                route.get(Schema.ROUTE_RESPONSE_MODE),
                responses.stream().map(this::rules).toList(),
                preferred));
    }

    private Rules rules(Node response) {
        List<Rule> rules = environment.children(response.id(), Slot.RULES).stream()
                .map(Rule::of)
                .toList();
        return new Rules(rules, response.get(Schema.RESPONSE_RULES_OPERATOR));
    }

    private CompiledResponse socketResponse(Node response) {
        boolean templating = !response.get(Schema.RESPONSE_TEMPLATING_OFF);
        return new CompiledResponse(
                response.id(),
                0,
                response.get(Schema.RESPONSE_LATENCY),
                new HeaderTemplates(List.of()),
                Optional.empty(),
                BODY.read(response, templating),
                templating,
                false,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /// @param crudKey empty unless the route is a CRUD route
    private CompiledResponse response(Node response, String crudKey) {
        boolean templating = !response.get(Schema.RESPONSE_TEMPLATING_OFF);
        HeaderTemplates headers =
                new HeaderTemplates(EnvironmentDefaults.headers(environment.children(response.id(), Slot.HEADERS)));
        Optional<HeaderSheet> sheet = sheet(headers);
        BodySource body = BODY.read(response, templating);
        List<CompiledCallback> callbacks = callbacks(response, templating);
        int delayMillis = (int)
                Math.min((long) defaults.delayMillis() + response.get(Schema.RESPONSE_LATENCY), Integer.MAX_VALUE);
        return new CompiledResponse(
                response.id(),
                response.get(Schema.RESPONSE_STATUS),
                delayMillis,
                headers,
                sheet,
                body,
                templating,
                !response.get(Schema.RESPONSE_FILE_AS_BODY),
                response.get(Schema.RESPONSE_FALLBACK_404),
                callbacks,
                idTemplate(body, crudKey),
                callbacks.isEmpty() && sheet.isPresent()
                        ? prepared(response, sheet.get(), body, delayMillis)
                        : Optional.empty());
    }

    private Optional<HeaderSheet> sheet(HeaderTemplates headers) {
        if (!defaults.areConstant() || !headers.areConstant()) {
            return Optional.empty();
        }
        HeaderSheet sheet = defaults.sheet();
        headers.writeTo(sheet);
        return Optional.of(sheet);
    }

    private Optional<PreparedAnswer> prepared(Node response, HeaderSheet headers, BodySource body, int delayMillis) {
        if (body instanceof BodySource.Inline(TextTemplate.Constant(String text))) {
            HeaderSheet sheet = new HeaderSheet(headers);
            Node route = route(response);
            Origin origin = new Origin(
                    route.id(),
                    response.id(),
                    PathPattern.written(defaults.prefix(), route.get(Schema.ROUTE_ENDPOINT)));
            PreparedAnswer answer = PreparedAnswer.of(response.get(Schema.RESPONSE_STATUS), sheet, text, delayMillis);
            return Optional.of(answer.map(made -> made.from(origin)));
        }
        return Optional.empty();
    }

    private Node route(Node response) {
        NodeId parent = response.parent();
        return parent == null ? response : environment.get(parent);
    }

    private List<CompiledCallback> callbacks(Node response, boolean templating) {
        List<CompiledCallback> callbacks = new ArrayList<>();
        for (Node invocation : environment.children(response.id(), Slot.INVOCATIONS)) {
            references
                    .callback(invocation)
                    .ifPresent(callback -> callbacks.add(CompiledCallback.of(
                            environment, callback, invocation.get(Schema.INVOCATION_LATENCY), templating)));
        }
        return List.copyOf(callbacks);
    }

    private Optional<TextTemplate> idTemplate(BodySource body, String crudKey) {
        return body instanceof BodySource.OfBucket(String id, String _) && !crudKey.isEmpty()
                ? references
                        .bucket(id)
                        .flatMap(bucket -> IdTemplate.find(bucket.get(Schema.BUCKET_VALUE), crudKey))
                        .map(TextTemplate::of)
                : Optional.empty();
    }

    /// What the texts of a route refer to, in the order in which the reference looks.
    private Set<String> bucketReferences(List<Node> responses) {
        Set<String> found = new LinkedHashSet<>();
        defaults.headers().written().forEach(header -> found.addAll(BucketText.references(header.value())));
        responses.forEach(response -> found.addAll(references.buckets(response)));
        return found;
    }
}
