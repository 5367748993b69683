package dev.understudy.format;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds the environment in a JSON file, also inside the wrappers of old exports, and says what a file seems to
/// be that holds none.
final class Recognition {

    private static final Set<String> TELLING_NAMES = Set.of(
            "lastMigration",
            "uuid",
            "name",
            "endpointPrefix",
            "latency",
            "port",
            "hostname",
            "folders",
            "rootChildren",
            "proxyMode",
            "proxyHost",
            "https",
            "tlsOptions",
            "cors",
            "callbacks");

    /// With fewer of the properties above, and no routes, it could be anything.
    private static final int ENOUGH_NAMES = 3;

    private static final String ONLY =
            " Only Mockoon environment files, OpenAPI descriptions and HTTP archives (HAR) can be imported.";
    private static final String NEW_ONLY = " It can become a new environment, but not take the place of one.";

    private Recognition() {}

    /// The environment's object; it is the root itself or lies in an old export.
    static ObjectNode environmentIn(JsonNode root) {
        JsonNode inside = root instanceof ObjectNode object ? unwrapped(object) : root;
        if (inside instanceof ObjectNode object && isEnvironment(object)) {
            return object;
        }
        String kind = root.isObject() ? kindOf((ObjectNode) root) : shapeOf(root);
        boolean other = root.has("openapi") || root.has("swagger") || HarReader.isArchive(root);
        throw new ImportRefusal("", kind + (other ? NEW_ONLY : ONLY));
    }

    /// What a text that is no JSON seems to be; empty if there is nothing to say.
    static String hintAbout(String text) {
        String start = text.stripLeading();
        if (start.startsWith("openapi:") || start.startsWith("swagger:")) {
            return " It looks like an OpenAPI description in YAML." + NEW_ONLY;
        }
        if (start.startsWith("<")) {
            return " It looks like XML or HTML." + ONLY;
        }
        return "";
    }

    private static JsonNode unwrapped(ObjectNode root) {
        if (root.path("source").asString("").startsWith("mockoon")) {
            JsonNode data = root.path("data");
            return data.isArray() ? onlyItem(data) : data;
        }
        boolean oldest = root.path("id").asString("").equals("mockoon_export");
        return oldest && root.path("subject").asString("").equals("environment") ? root.path("data") : root;
    }

    private static JsonNode onlyItem(JsonNode data) {
        List<JsonNode> environments = StreamSupport.stream(data.spliterator(), false)
                .filter(item -> item.path("type").asString("").equals("environment"))
                .toList();
        if (environments.size() != 1 || data.size() != 1) {
            throw new ImportRefusal(
                    "/data",
                    "This export holds %d environments and %d other things. Export one environment into each file."
                            .formatted(environments.size(), data.size() - environments.size()));
        }
        return environments.getFirst().path("item");
    }

    private static boolean isEnvironment(ObjectNode object) {
        boolean foreign = object.has("openapi") || object.has("swagger") || object.has("endpoint");
        long telling = TELLING_NAMES.stream().filter(object::has).count();
        return object.path("routes").isArray() || (!foreign && telling >= ENOUGH_NAMES);
    }

    private static String kindOf(ObjectNode root) {
        if (root.isEmpty()) {
            return "This is an empty object.";
        }
        if (root.has("openapi") || root.has("swagger")) {
            return "This is an OpenAPI description, not an environment.";
        }
        if (root.path("info").has("_postman_id")
                || root.path("info").path("schema").asString("").contains("postman")) {
            return "This is a Postman collection, not an environment.";
        }
        if (root.has("__export_format") || root.path("type").asString("").contains("insomnia")) {
            return "This is an Insomnia export, not an environment.";
        }
        if (root.path("log").has("entries")) {
            return "This is an HTTP archive (HAR), not an environment.";
        }
        if (root.path("mappings").isArray() || (root.has("request") && root.has("response"))) {
            return "This looks like WireMock mappings, not like an environment.";
        }
        if (root.has("endpoint") && root.has("responses")) {
            return "This is a single route. Import the file of the whole environment.";
        }
        return "This object has neither routes nor the settings of an environment.";
    }

    private static String shapeOf(JsonNode root) {
        return root.isArray()
                ? "This is a list. Import each environment as a file of its own."
                : "This is a single JSON value, not an environment.";
    }
}
