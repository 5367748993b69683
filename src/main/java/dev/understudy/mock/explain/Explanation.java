package dev.understudy.mock.explain;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.mock.crud.CrudAction;
import dev.understudy.mock.path.Percent;
import dev.understudy.mock.path.RequestPath;
import dev.understudy.mock.rule.Trail;
import dev.understudy.why.Line;
import dev.understudy.why.Line.Mark;
import dev.understudy.why.OtherRoute;
import dev.understudy.why.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Explains one answer. For one answer on one thread.
final class Explanation {

    /// Routes that were passed over, and are told of.
    static final int MAX_PASSED = 10;

    /// As many lines are told.
    static final int MAX_LINES = 100;

    private static final int NOT_FOUND = 404;

    private final Signposts posts;
    private final Asked asked;
    private final String path;
    private final boolean readable;
    private final List<Line> lines = new ArrayList<>();

    Explanation(Signposts posts, Asked asked) {
        this.posts = posts;
        this.asked = asked;
        this.path = RequestPath.collapse(asked.path());
        this.readable = path.startsWith("/") && Percent.isDecodable(path);
    }

    Why tell() {
        if (asked.status() == Asked.SWITCHING && asked.origin().isPresent()) {
            return opened(asked.origin().get().route());
        }
        asked.trail().ifPresent(this::passedOn);
        Optional<Node> answered = asked.origin()
                .flatMap(origin -> posts.environment().find(origin.response()))
                .filter(_ -> !asked.proxied());
        if (answered.isPresent()) {
            return byResponse(answered.get());
        }
        if (asked.origin().isPresent()) {
            return why(Why.By.RESPONSE, String.valueOf(asked.status()), List.of(), List.of());
        }
        if (asked.proxied()) {
            note("nothing matched, so the request went to the server behind");
            return why(Why.By.PROXY, "", List.of(), nearest());
        }
        Optional<String> failure = asked.trail().flatMap(Trail::failure);
        if (failure.isPresent()) {
            add(Line.of(Mark.FAILED, failure.get(), asked.trail().flatMap(Trail::last)));
            return why(Why.By.FAILURE, "", List.of(), List.of());
        }
        if (isMessage()) {
            return why(Why.By.NOTHING, "", List.of(), List.of());
        }
        if (!readable) {
            add(Line.of(Mark.FAILED, "the path can't be read", Optional.empty()));
            return why(Why.By.FAILURE, "", List.of(), List.of());
        }
        if (asked.method().equals("OPTIONS") && asked.status() != NOT_FOUND) {
            note("no route takes OPTIONS here, so the settings for CORS answered");
            return why(Why.By.PREFLIGHT, "", List.of(), List.of());
        }
        return why(Why.By.NOTHING, "", List.of(), nearest());
    }

    /// The route took the WebSocket.
    private Why opened(NodeId route) {
        posts.environment().find(route).ifPresent(node -> {
            add(Line.of(Mark.HELD, "WebSockets of this path belong to " + name(node), Optional.of(route)));
            int millis = node.get(Schema.ROUTE_STREAMING_INTERVAL);
            note(
                    switch (node.get(Schema.ROUTE_STREAMING_MODE)) {
                        case CONVERSATION -> "it answers each message";
                        case UNICAST -> "it sends to each client by itself, every %,d ms".formatted(millis);
                        case BROADCAST -> "it sends the same to all clients, every %,d ms".formatted(millis);
                    });
        });
        return why(Why.By.RESPONSE, "101", passedOver(route), List.of());
    }

    private static String name(Node route) {
        String path = route.get(Schema.ROUTE_ENDPOINT);
        return path.startsWith("/") ? path : "/" + path;
    }

    private Why byResponse(Node response) {
        Node route = posts.environment().get(asked.origin().orElseThrow().route());
        new RouteDecision(posts.environment(), route, asked.trail(), asked.secrecy())
                .lines(response)
                .forEach(this::add);
        source(route, response);
        String label = response.get(Schema.RESPONSE_LABEL);
        if (isMessage()) {
            return why(Why.By.RESPONSE, label.isEmpty() ? place(route, response) : label, List.of(), List.of());
        }
        String answer = label.isEmpty() ? String.valueOf(response.get(Schema.RESPONSE_STATUS)) : label;
        return why(Why.By.RESPONSE, answer, passedOver(route.id()), List.of());
    }

    private boolean isMessage() {
        return asked.status() == Asked.MESSAGE;
    }

    /// Responses of WebSockets have no status that says anything.
    private String place(Node route, Node response) {
        List<NodeId> all = posts.environment().children(route.id(), Slot.RESPONSES).stream()
                .map(Node::id)
                .toList();
        return "response %d".formatted(all.indexOf(response.id()) + 1);
    }

    /// Routes that were asked before, and had rules, none of which held.
    private void passedOn(Trail trail) {
        Optional<NodeId> answered = asked.origin().map(origin -> origin.route());
        trail.steps().stream()
                .map(Trail.Step::route)
                .distinct()
                .filter(route -> !answered.equals(Optional.of(route)))
                .flatMap(route -> posts.environment().find(route).stream())
                .forEach(route -> new RouteDecision(posts.environment(), route, asked.trail(), asked.secrecy())
                        .linesPassedOn()
                        .forEach(this::add));
    }

    /// What the body came from.
    private void source(Node route, Node response) {
        Optional<CrudAction> action = posts.all().stream()
                .filter(post -> post.route().id().equals(route.id()))
                .flatMap(post -> post.ways().stream())
                .filter(way -> way.takesMethod(asked.method()) && readable && way.takesPath(path))
                .findFirst()
                .flatMap(Signpost.Way::action);
        BodyKind kind = response.get(Schema.RESPONSE_BODY_TYPE);
        switch (kind) {
            case FILE -> note("the body is the file %s".formatted(response.get(Schema.RESPONSE_FILE)));
            case DATABUCKET -> {
                String bucket = bucket(response.get(Schema.RESPONSE_BUCKET));
                note(
                        action.isEmpty()
                                ? "the body is the data bucket " + bucket
                                : "CRUD: %s the data bucket %s".formatted(words(action.get()), bucket));
            }
            case INLINE -> {}
        }
    }

    private String bucket(String id) {
        return posts.environment().children(posts.environment().root().id(), Slot.BUCKETS).stream()
                .filter(bucket -> bucket.get(Schema.BUCKET_ID).equals(id))
                .map(bucket -> "“" + bucket.get(Schema.BUCKET_NAME) + "”")
                .findFirst()
                .orElse("that is not there");
    }

    private static String words(CrudAction action) {
        return switch (action) {
            case GET -> "lists";
            case GET_BY_ID -> "reads one item of";
            case CREATE -> "adds an item to";
            case UPDATE -> "replaces all of";
            case UPDATE_BY_ID -> "replaces one item of";
            case MERGE -> "merges into all of";
            case MERGE_BY_ID -> "merges into one item of";
            case DELETE -> "empties";
            case DELETE_BY_ID -> "removes one item of";
        };
    }

    private List<OtherRoute> passedOver(NodeId answered) {
        if (!readable) {
            return List.of();
        }
        return posts.all().stream()
                .takeWhile(post -> !post.route().id().equals(answered))
                .filter(post -> post.takesPath(path))
                .map(post -> post.other(post.obstacles(asked.method(), path), true))
                .filter(other -> !other.reason().isEmpty())
                .limit(MAX_PASSED)
                .toList();
    }

    private List<OtherRoute> nearest() {
        return readable ? new NearestRoutes(asked.method(), path, posts.prefix()).among(posts.all()) : List.of();
    }

    private void note(String text) {
        add(Line.of(Mark.NOTE, text, Optional.empty()));
    }

    private void add(Line line) {
        if (lines.size() < MAX_LINES) {
            lines.add(line);
        }
    }

    private Why why(Why.By by, String answer, List<OtherRoute> passed, List<OtherRoute> nearest) {
        return new Why(by, answer, lines, passed, nearest);
    }
}
