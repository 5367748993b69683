package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The description against the server that it describes.
@ApiServerTest
class OpenApiIT {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    @Autowired
    private ApiWorld world;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private JsonNode description;

    /// `get /environments/{id}` → its description.
    private final Map<String, JsonNode> operations = new TreeMap<>();

    @BeforeEach
    void load() {
        description = world.nobody().get("/openapi.json").json();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> operations.put(entry.getKey() + " " + path.getKey(), entry.getValue())));
    }

    @Test
    @DisplayName("A33 the description has every call that the server takes, and no other")
    void calls() {
        Set<String> mapped = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith(ApiPaths.V1))
                        .forEach(path -> {
                            for (RequestMethod method :
                                    mapping.getMethodsCondition().getMethods()) {
                                mapped.add(method.name().toLowerCase(java.util.Locale.ROOT) + " "
                                        + path.substring(ApiPaths.V1.length()).replace("{*", "{"));
                            }
                        }));
        assertThat(mapped).hasSizeGreaterThan(15);
        assertThat(operations.keySet()).isEqualTo(mapped);
        assertThat(description.path("openapi").asString()).startsWith("3.1");
    }

    @Test
    @DisplayName("A33 every call tells how it is refused: without a token, a right, the thing, or a good body")
    void refusals() {
        operations.forEach((call, operation) -> {
            Set<String> statuses = new HashSet<>(operation.path("responses").propertyNames());
            assertThat(statuses).as(call).contains("401");
            if (call.contains("/environments")) {
                assertThat(statuses).as(call).contains("403", "429", "503");
            }
            if (call.contains("{")) {
                assertThat(statuses).as(call).contains("404");
            }
            if (operation.has("requestBody")) {
                assertThat(statuses).as(call).contains("400", "413");
                boolean json = operation.at("/requestBody/content").has("application/json");
                assertThat(statuses.contains("415")).as(call).isEqualTo(json);
            }
            assertThat(statuses.stream().filter(status -> status.startsWith("2")))
                    .as(call)
                    .hasSize(1);
        });
    }

    @Test
    @DisplayName("A33 the answers to all bad input are described")
    void badInput() {
        for (BadInput bad : BadInput.all()) {
            String path = bad.path().replaceAll("\\?.*", "");
            List<JsonNode> called = operations.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(bad.method().toLowerCase(java.util.Locale.ROOT) + " "))
                    .filter(entry -> matches(entry.getKey().replaceFirst(".* ", ""), path))
                    .map(Map.Entry::getValue)
                    .toList();
            assertThat(called).as(bad.toString()).hasSize(1);
            assertThat(called.getFirst().path("responses").propertyNames())
                    .as(bad.toString())
                    .contains(Integer.toString(bad.status()));
        }
    }

    private static boolean matches(String template, String path) {
        String pattern = Arrays.stream(template.split("/", -1))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .reduce((left, right) -> left + "/" + right)
                .orElseThrow();
        return path.matches(pattern);
    }

    @Test
    @DisplayName("A33 the codes of problems are those of the description")
    void codes() {
        List<String> described = new ArrayList<>();
        description
                .at("/components/schemas/Problem/properties/code/enum")
                .forEach(code -> described.add(code.asString()));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::word).toList());
    }

    @Test
    @DisplayName("A33 all references lead somewhere, and the parameters of each path are described")
    void wellFormed() {
        everyNode(description, node -> {
            if (node.path("$ref").isString()) {
                String pointer = node.path("$ref").asString().substring(1);
                assertThat(description.at(pointer).isObject()).as(pointer).isTrue();
            }
        });
        Set<String> ids = new HashSet<>();
        operations.forEach((call, operation) -> {
            assertThat(ids.add(operation.path("operationId").asString()))
                    .as(call)
                    .isTrue();
            JsonNode path = description.path("paths").path(call.replaceFirst(".* ", ""));
            Set<String> parameters = new TreeSet<>();
            path.path("parameters")
                    .forEach(parameter ->
                            parameters.add("{" + parameter.path("name").asString() + "}"));
            Set<String> wanted = new TreeSet<>(Arrays.stream(call.split("/", -1))
                    .filter(part -> part.startsWith("{"))
                    .toList());
            assertThat(parameters).as(call).isEqualTo(wanted);
        });
    }

    private static void everyNode(JsonNode node, Consumer<JsonNode> action) {
        action.accept(node);
        node.forEach(child -> everyNode(child, action));
    }
}
