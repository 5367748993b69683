package dev.understudy.environment;

import java.util.List;

/// Small documents with ids that can be read.
final class Documents {

    private Documents() {}

    /// A UUID that ends with the number.
    static NodeId id(int number) {
        return new NodeId("00000000-0000-4000-8000-%012d".formatted(number));
    }

    static Environment empty() {
        return Environment.of(Node.root(id(0)));
    }

    static Node node(int number, Kind kind, int parent, String order) {
        return Node.of(id(number), kind, id(parent), Slot.of(kind), new OrderKey(order));
    }

    static Node response(int number, int route, boolean isDefault) {
        return node(number, Kind.RESPONSE, route, "a" + number % 10).with(Schema.RESPONSE_DEFAULT, isDefault);
    }

    static Environment with(Environment environment, Node... nodes) {
        Environment result = environment;
        for (Node node : nodes) {
            result = result.with(node);
        }
        return result;
    }

    /// Two folders in each other, a route in the inner one, and a route at the top.
    static Environment small() {
        return with(
                empty(),
                node(1, Kind.FOLDER, 0, "a0"),
                node(2, Kind.FOLDER, 1, "a0"),
                node(3, Kind.ROUTE, 2, "a0"),
                response(30, 3, true),
                response(31, 3, false),
                node(4, Kind.ROUTE, 0, "a1"),
                response(40, 4, true),
                node(5, Kind.HEADER, 40, "a0"));
    }

    static List<NodeId> ids(Iterable<Node> nodes) {
        List<NodeId> ids = new java.util.ArrayList<>();
        nodes.forEach(node -> ids.add(node.id()));
        return ids;
    }
}
