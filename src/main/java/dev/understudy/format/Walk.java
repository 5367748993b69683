package dev.understudy.format;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The objects of an environment file that migrations work on; whatever is no object is passed over.
final class Walk {

    private Walk() {}

    static List<ObjectNode> objects(JsonNode parent, String list) {
        List<ObjectNode> objects = new ArrayList<>();
        JsonNode items = parent.path(list);
        if (items.isArray()) {
            items.forEach(item -> {
                if (item instanceof ObjectNode object) {
                    objects.add(object);
                }
            });
        }
        return objects;
    }

    static List<ObjectNode> routes(ObjectNode environment) {
        return objects(environment, "routes");
    }

    static List<ObjectNode> responses(ObjectNode environment) {
        return routes(environment).stream()
                .flatMap(route -> objects(route, "responses").stream())
                .toList();
    }
}
