package dev.understudy.speed;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The mappings of WireMock, in one file.
final class Stubs {

    private static final int ROUTES = 1_000;

    private final ObjectNode file = new JsonMapper().createObjectNode();
    private final ArrayNode mappings = file.putArray("mappings");

    private Stubs() {}

    static String text() {
        Stubs stubs = new Stubs();
        for (int at = 0; at < ROUTES; at++) {
            stubs.stub("urlPathPattern", "/route" + at + "/[^/]+", Bodies.KILOBYTE);
        }
        stubs.stub("urlPath", "/static", Bodies.KILOBYTE);
        ObjectNode templated = stubs.stub("urlPath", "/templated", Bodies.WIREMOCK_TEMPLATE);
        ((ObjectNode) templated.get("response")).putArray("transformers").add("response-template");
        for (int at = 1; at < 10; at++) {
            ObjectNode request = (ObjectNode)
                    stubs.stub("urlPath", "/rules", Bodies.KILOBYTE).get("request");
            request.putObject("queryParameters").putObject("kind").put("equalTo", "k" + at);
            request.putObject("headers").putObject("X-Kind").put("equalTo", "h" + at);
        }
        return stubs.file.toString();
    }

    private ObjectNode stub(String how, String url, String body) {
        ObjectNode mapping = mappings.addObject();
        mapping.putObject("request").put("method", "GET").put(how, url);
        ObjectNode response = mapping.putObject("response").put("status", 200).put("body", body);
        response.putObject("headers").put("Content-Type", "application/json");
        return mapping;
    }
}
