package dev.understudy.observed;

import dev.understudy.edit.Edit;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.RuleOperator;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.mock.path.PathPattern;
import dev.understudy.traffic.HeaderLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// The edits that bring what was found into the document for which it was found. Used by one thread, once.
public final class RouteEdits {

    /// What to do.
    ///
    /// @param files the contents that have to be stored beside the document before
    /// @param routes how many are new
    /// @param responses how many are new, those of new routes included
    public record Made(List<Edit> edits, Set<FileContent> files, int routes, int responses) {}

    private final Environment document;
    private final Function<FileContent, String> texts;
    private final RandomGenerator chance;
    private final FileNames names;
    private final Set<HeaderLine> everywhere;
    private final List<Edit> edits = new ArrayList<>();
    private final Set<FileContent> files = new LinkedHashSet<>();
    private final Places places;
    private int routes;
    private int responses;

    private RouteEdits(
            Environment document,
            List<FoundRoute> chosen,
            Function<FileContent, String> texts,
            RandomGenerator chance) {
        this.document = document;
        this.texts = texts;
        this.chance = chance;
        this.names = new FileNames(document);
        this.everywhere = everywhere(document);
        this.places = obstacle(document, chosen)
                .map(next -> Places.inFrontOf(document, next, chosen.size()))
                .orElseGet(Places::atTheEnd);
    }

    /// Makes them.
    ///
    /// @param chosen of what was found
    /// @param texts the contents that are texts
    public static Made of(
            Environment document,
            List<FoundRoute> chosen,
            Function<FileContent, String> texts,
            RandomGenerator chance) {
        RouteEdits made = new RouteEdits(document, chosen, texts, chance);
        chosen.stream().filter(route -> !route.responses().isEmpty()).forEach(made::add);
        return new Made(List.copyOf(made.edits), made.files, made.routes, made.responses);
    }

    /// What all answers of the environment have anyway.
    private static Set<HeaderLine> everywhere(Environment document) {
        Set<HeaderLine> lines = new LinkedHashSet<>();
        for (Node header : document.children(document.root().id(), Slot.HEADERS)) {
            lines.add(folded(new HeaderLine(header.get(Schema.HEADER_KEY), header.get(Schema.HEADER_VALUE))));
        }
        return lines;
    }

    private static HeaderLine folded(HeaderLine line) {
        return new HeaderLine(
                line.name().strip().toLowerCase(Locale.ROOT), line.value().strip());
    }

    /// The first route that would take requests before new ones at the end do.
    private static Optional<Node> obstacle(Environment document, List<FoundRoute> chosen) {
        KnownRoutes known = KnownRoutes.of(document);
        String prefix = document.root().get(Schema.ENVIRONMENT_PREFIX);
        return chosen.stream()
                .filter(route -> route.existing().isEmpty())
                .flatMap(route -> known.inFrontOf(route.method().name(), sample(prefix, route.endpoint())).stream())
                .filter(node -> document.root().id().equals(node.parent()))
                .min(Comparator.comparing(Node::order));
    }

    private static String sample(String prefix, String endpoint) {
        return PathPattern.written(prefix, endpoint.replaceAll("\\\\(.)", "$1"));
    }

    private void add(FoundRoute found) {
        NodeId route = found.existing().orElseGet(() -> {
            routes++;
            Map<Field<?>, Object> fields = Map.of(
                    Schema.ROUTE_METHOD, found.method().wireName(),
                    Schema.ROUTE_ENDPOINT, found.endpoint());
            return node(Kind.ROUTE, document.root().id(), Slot.CHILDREN, places.next(), fields);
        });
        Places among = found.before()
                .flatMap(document::find)
                .map(next -> Places.inFrontOf(document, next, found.responses().size()))
                .orElseGet(Places::atTheEnd);
        found.responses().forEach(response -> add(route, among.next(), found.endpoint(), response));
    }

    private void add(NodeId route, Optional<OrderKey> place, String endpoint, FoundResponse found) {
        responses++;
        Answer answer = found.answer();
        Map<Field<?>, Object> fields = new HashMap<>();
        fields.put(Schema.RESPONSE_STATUS, answer.status());
        fields.put(Schema.RESPONSE_LABEL, found.label());
        fields.put(Schema.RESPONSE_DEFAULT, found.isDefault());
        fields.put(Schema.RESPONSE_RULES_OPERATOR, found.logic().wireName());
        fields.put(Schema.RESPONSE_TEMPLATING_OFF, true);
        if (answer.text()) {
            fields.put(Schema.RESPONSE_BODY, texts.apply(answer.content()));
        } else {
            fields.put(Schema.RESPONSE_BODY, "");
            fields.put(Schema.RESPONSE_BODY_TYPE, BodyKind.FILE.wireName());
            fields.put(Schema.RESPONSE_FILE_AS_BODY, true);
            fields.put(Schema.RESPONSE_FILE, file(endpoint, answer).text());
        }
        NodeId response = node(Kind.RESPONSE, route, Slot.RESPONSES, place, fields);
        answer.headers().stream()
                .filter(header -> !everywhere.contains(folded(header)))
                .forEach(header -> node(
                        Kind.HEADER,
                        response,
                        Slot.HEADERS,
                        Optional.empty(),
                        Map.of(Schema.HEADER_KEY, header.name(), Schema.HEADER_VALUE, header.value())));
        found.rules().forEach(rule -> add(response, rule));
    }

    private void add(NodeId response, FoundRule rule) {
        Map<Field<?>, Object> fields = Map.of(
                Schema.RULE_TARGET,
                rule.target().wireName(),
                Schema.RULE_MODIFIER,
                rule.name(),
                Schema.RULE_OPERATOR,
                (rule.value().isPresent() ? RuleOperator.EQUALS : RuleOperator.NULL).wireName(),
                Schema.RULE_VALUE,
                rule.value().orElse(""));
        node(Kind.RULE, response, Slot.RULES, Optional.empty(), fields);
    }

    private AssetPath file(String endpoint, Answer answer) {
        return names.known(answer.content()).orElseGet(() -> {
            AssetPath path = names.fresh(endpoint, answer);
            files.add(answer.content());
            node(
                    Kind.FILE,
                    document.root().id(),
                    Slot.FILES,
                    Optional.empty(),
                    Map.of(
                            Schema.FILE_PATH,
                            path.text(),
                            Schema.FILE_CONTENT,
                            answer.content().text()));
            return path;
        });
    }

    private NodeId node(Kind kind, NodeId parent, Slot slot, Optional<OrderKey> order, Map<Field<?>, Object> fields) {
        NodeId id = NodeId.random(chance);
        edits.add(new Edit.Add(id, kind, Objects.requireNonNull(parent), slot, order, fields, Map.of()));
        return id;
    }
}
