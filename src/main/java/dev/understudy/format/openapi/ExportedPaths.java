package dev.understudy.format.openapi;

import dev.understudy.environment.Environment;
import dev.understudy.environment.HttpMethod;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The paths of a description and what each method does on them. Of two routes with one path and method the later one
/// counts. Used by one thread, once.
final class ExportedPaths {

    private record Operation(String method, boolean ofOneItem, int status, String description) {}

    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final List<Operation> CRUD = List.of(
            new Operation("get", false, OK, "Get all items"),
            new Operation("get", true, OK, "Get item by ID"),
            new Operation("post", false, CREATED, "Create a new item"),
            new Operation("put", false, OK, "Update all items"),
            new Operation("put", true, OK, "Update item by ID"),
            new Operation("patch", false, OK, "Partially update all items"),
            new Operation("patch", true, OK, "Partially update item by ID"),
            new Operation("delete", false, OK, "Delete all items"),
            new Operation("delete", true, OK, "Delete item by ID"));

    private final Environment environment;
    private final ExportedResponses responses;
    private final Map<String, Map<String, JsValue>> paths = new LinkedHashMap<>();

    ExportedPaths(Environment environment, LongConsumer effort) {
        this.environment = environment;
        this.responses = new ExportedResponses(environment, effort);
    }

    void add(Node route) {
        Collection<Node> answers = environment.children(route.id(), Slot.RESPONSES);
        String endpoint = "/" + route.get(Schema.ROUTE_ENDPOINT);
        switch (route.get(Schema.ROUTE_TYPE)) {
            case CRUD -> addCrud(endpoint, answers.iterator().next());
            case WS -> {}
            case HTTP -> addHttp(endpoint, route, answers);
        }
    }

    JsObject build() {
        JsObject.Builder all = JsObject.builder();
        paths.forEach((path, operations) -> all.set(path, JsObject.of(operations)));
        return all.build();
    }

    private void addHttp(String endpoint, Node route, Collection<Node> answers) {
        JsObject.Builder byStatus = JsObject.builder();
        for (Node answer : answers) {
            byStatus.set(String.valueOf(answer.get(Schema.RESPONSE_STATUS)), responses.of(answer));
        }
        HttpMethod method = route.get(Schema.ROUTE_METHOD);
        if (method != HttpMethod.NONE) {
            put(endpoint, method.wireName(), route.get(Schema.ROUTE_DOCUMENTATION), byStatus.build());
        }
    }

    private void addCrud(String endpoint, Node answer) {
        String oneItem = endpoint + (endpoint.endsWith("/") ? "" : "/") + ":id";
        JsObject response = responses.of(answer);
        for (Operation operation : CRUD) {
            put(
                    operation.ofOneItem() ? oneItem : endpoint,
                    operation.method(),
                    operation.description(),
                    JsObject.builder()
                            .set(String.valueOf(operation.status()), response)
                            .build());
        }
    }

    private void put(String endpoint, String method, String description, JsObject byStatus) {
        JsObject.Builder operation = JsObject.builder()
                .set("description", new JsValue.Text(description))
                .set("responses", byStatus);
        List<JsValue> parameters = new ArrayList<>();
        PARAMETER.matcher(endpoint).results().map(ExportedPaths::parameter).forEach(parameters::add);
        if (!parameters.isEmpty()) {
            operation.set("parameters", JsArray.of(parameters));
        }
        paths.computeIfAbsent(PARAMETER.matcher(endpoint).replaceAll("{$1}"), _ -> new LinkedHashMap<>())
                .put(method, operation.build());
    }

    private static JsObject parameter(MatchResult found) {
        return JsObject.builder()
                .set("name", new JsValue.Text(found.group(1)))
                .set("in", new JsValue.Text("path"))
                .set("schema", ExportedResponses.TEXT)
                .set("required", JsValue.Bool.TRUE)
                .build();
    }
}
