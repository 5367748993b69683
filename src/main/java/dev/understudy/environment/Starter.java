package dev.understudy.environment;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What a new environment begins with, so that its mock answers sensibly before anybody set anything. Pure.
public final class Starter {

    /// What its mock says all bodies are.
    public static final String TYPE = "application/json";

    /// The path of its only route.
    static final String PATH = "hello";

    private static final Map.Entry<String, String> CONTENT_TYPE = Map.entry("Content-Type", TYPE);

    private static final String BODY = """
            {
              "message": "Hello {{queryParam 'name' 'world'}}",
              "id": "{{faker 'string.uuid'}}",
              "at": "{{now}}"
            }""";

    private final RandomGenerator chance;
    private Environment environment;

    private Starter(Node root, RandomGenerator chance) {
        this.chance = chance;
        this.environment = Environment.of(root);
    }

    /// JSON for every origin, and a route whose body shows a template.
    public static Environment of(String name, int port, RandomGenerator chance) {
        Node root = Node.root(NodeId.random(chance))
                .with(Schema.ENVIRONMENT_NAME, name)
                .with(Schema.ENVIRONMENT_PORT, port);
        Starter starter = new Starter(root, chance);
        Stream.concat(Stream.of(CONTENT_TYPE), CrossOrigin.HEADERS.stream()).forEach(starter::header);
        starter.route();
        return starter.environment;
    }

    private void header(Map.Entry<String, String> header) {
        add(
                Kind.HEADER,
                environment.root().id(),
                Slot.HEADERS,
                node -> node.with(Schema.HEADER_KEY, header.getKey()).with(Schema.HEADER_VALUE, header.getValue()));
    }

    private void route() {
        NodeId route = add(
                Kind.ROUTE,
                environment.root().id(),
                Slot.CHILDREN,
                node -> node.with(Schema.ROUTE_ENDPOINT, PATH)
                        .with(Schema.ROUTE_DOCUMENTATION, "Says hello to who is named in the query"));
        add(
                Kind.RESPONSE,
                route,
                Slot.RESPONSES,
                node -> node.with(Schema.RESPONSE_BODY, BODY).with(Schema.RESPONSE_DEFAULT, true));
    }

    private NodeId add(Kind kind, NodeId parent, Slot slot, UnaryOperator<Node> filled) {
        OrderKey order = environment
                .lastChild(parent, slot)
                .map(last -> OrderKey.between(last.order(), null))
                .orElse(OrderKey.FIRST);
        NodeId id = NodeId.random(chance);
        environment = environment.with(filled.apply(Node.of(id, kind, parent, slot, order)));
        return id;
    }
}
