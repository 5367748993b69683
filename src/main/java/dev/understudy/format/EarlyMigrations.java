package dev.understudy.format;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Migrations 2 to 10: from the time when a route had one answer, written into the route itself.
final class EarlyMigrations {

    private static final List<String> OF_THE_RESPONSE =
            List.of("statusCode", "latency", "filePath", "sendFileAsBody", "headers", "body");

    private EarlyMigrations() {}

    static void contentTypeToHeader(ObjectNode environment, Repairs repairs) {
        for (ObjectNode route : Walk.routes(environment)) {
            if (!route.has("contentType") || route.has("headers") || route.has("responses")) {
                continue;
            }
            JsonNode contentType = route.remove("contentType");
            boolean named = Walk.objects(route, "customHeaders").stream()
                    .anyMatch(header -> header.path("key").asString("").equals("Content-Type"));
            if (named || contentType.isNull()) {
                continue;
            }
            ObjectNode header = JsonNodeFactory.instance.objectNode().put("key", "Content-Type");
            header.set("value", contentType);
            repairs.places().adopt(header, route);
            if (route.get("customHeaders") instanceof ArrayNode headers) {
                headers.insert(0, header);
            } else {
                route.set("customHeaders", JsonNodeFactory.instance.arrayNode().add(header));
            }
        }
    }

    static void headers(ObjectNode environment, Repairs repairs) {
        emptyRow(environment, "headers");
        for (ObjectNode route : Walk.routes(environment)) {
            if (route.has("customHeaders") && !route.has("headers")) {
                route.set("headers", route.remove("customHeaders"));
            }
        }
    }

    static void proxyHeaders(ObjectNode environment, Repairs repairs) {
        emptyRow(environment, "proxyReqHeaders");
        emptyRow(environment, "proxyResHeaders");
    }

    static void flattenFile(ObjectNode environment, Repairs repairs) {
        environment.remove("duplicates");
        for (ObjectNode route : Walk.routes(environment)) {
            route.remove("duplicates");
            if (route.get("file") instanceof ObjectNode file) {
                move(file, "path", route, "filePath");
                move(file, "sendAsBody", route, "sendFileAsBody");
                if (file.isEmpty()) {
                    route.remove("file");
                }
            } else if (route.path("file").isNull()) {
                route.remove("file");
            }
        }
    }

    static void wrapResponse(ObjectNode environment, Repairs repairs) {
        for (ObjectNode route : Walk.routes(environment)) {
            if (route.has("responses")) {
                continue;
            }
            ObjectNode response = JsonNodeFactory.instance.objectNode();
            OF_THE_RESPONSE.forEach(name -> move(route, name, response, name));
            repairs.places().adopt(response, route);
            route.set("responses", JsonNodeFactory.instance.arrayNode().add(response));
        }
    }

    private static void emptyRow(ObjectNode environment, String list) {
        if (!environment.has(list)) {
            environment.putArray(list).addObject().put("key", "").put("value", "");
        }
    }

    private static void move(ObjectNode from, String name, ObjectNode to, String newName) {
        if (from.has(name) && !to.has(newName)) {
            to.set(newName, from.remove(name));
        }
    }
}
