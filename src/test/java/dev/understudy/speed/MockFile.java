package dev.understudy.speed;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The environment file that ours and Mockoon serve. The many routes come last, because Mockoon tries one after the
/// other.
final class MockFile {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int ROUTES = 1_000;

    private final ObjectNode file = MAPPER.createObjectNode();
    private final ArrayNode routes = file.putArray("routes");
    private final ArrayNode children = file.putArray("rootChildren");

    private MockFile() {}

    static String text() {
        MockFile mock = new MockFile();
        mock.file.put("uuid", id("environment")).put("lastMigration", 33).put("name", "Speed");
        mock.file
                .putArray("data")
                .addObject()
                .put("uuid", id("bucket"))
                .put("id", "items")
                .put("name", "items")
                .put("value", Bodies.items());
        mock.response(mock.route("get", "static"), Bodies.KILOBYTE);
        mock.response(mock.route("get", "templated"), Bodies.TEMPLATE);
        mock.rules(mock.route("get", "rules"));
        ObjectNode crud = mock.response(mock.route("", "items").put("type", "crud"), "");
        crud.put("bodyType", "DATABUCKET").put("databucketID", "items");
        mock.response(mock.route("get", "echo").put("type", "ws"), "{{body}}");
        for (int at = 0; at < ROUTES; at++) {
            mock.response(mock.route("get", "route" + at + "/:id"), Bodies.KILOBYTE);
        }
        return mock.file.toString();
    }

    private void rules(ObjectNode route) {
        response(route, "{\"kind\":\"none\"}");
        for (int at = 1; at < 10; at++) {
            ObjectNode response =
                    response(route, Bodies.KILOBYTE).put("default", false).put("rulesOperator", "AND");
            ArrayNode rules = response.putArray("rules");
            rules.addObject()
                    .put("target", "query")
                    .put("modifier", "kind")
                    .put("operator", "equals")
                    .put("value", "k" + at);
            rules.addObject()
                    .put("target", "header")
                    .put("modifier", "X-Kind")
                    .put("operator", "equals")
                    .put("value", "h" + at);
        }
    }

    private ObjectNode route(String method, String endpoint) {
        String id = id(endpoint);
        children.addObject().put("type", "route").put("uuid", id);
        return routes.addObject()
                .put("uuid", id)
                .put("type", "http")
                .put("method", method)
                .put("endpoint", endpoint);
    }

    private ObjectNode response(ObjectNode route, String body) {
        ArrayNode responses = route.has("responses") ? (ArrayNode) route.get("responses") : route.putArray("responses");
        ObjectNode response = responses
                .addObject()
                .put("uuid", id(route.get("endpoint").asString() + responses.size()))
                .put("body", body)
                .put("default", true);
        response.putArray("headers").addObject().put("key", "Content-Type").put("value", "application/json");
        return response;
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replaceFirst("-3", "-4");
    }
}
