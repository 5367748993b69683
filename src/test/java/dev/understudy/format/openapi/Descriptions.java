package dev.understudy.format.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Invariants;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.format.EnvironmentImport;
import dev.understudy.format.ImportResult;
import dev.understudy.js.JsValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/// Short ways to descriptions, and to what becomes of them.
final class Descriptions {

    private Descriptions() {}

    static ImportResult read(String text) {
        return EnvironmentImport.read(text.getBytes(StandardCharsets.UTF_8), new SplittableRandom(7));
    }

    static JsValue yaml(String text) {
        return YamlReader.read(text, steps -> {});
    }

    static String yaml(Environment environment) {
        return OpenApiExport.toYaml(environment, steps -> {});
    }

    static String json(Environment environment) {
        return OpenApiExport.toJson(environment, steps -> {});
    }

    /// JSON with single quotes, or YAML.
    static ImportResult.Imported imported(String text) {
        ImportResult result = read(text.startsWith("{") ? text.replace('\'', '"') : text);
        assertThat(result).isInstanceOf(ImportResult.Imported.class);
        ImportResult.Imported imported = (ImportResult.Imported) result;
        assertThat(Invariants.violatedBy(imported.environment())).isEmpty();
        return imported;
    }

    static ImportResult.Refused refused(String text) {
        ImportResult result = read(text.startsWith("{") ? text.replace('\'', '"') : text);
        assertThat(result).isInstanceOf(ImportResult.Refused.class);
        assertThat(((ImportResult.Refused) result).message()).endsWith(".");
        return (ImportResult.Refused) result;
    }

    static List<Node> routes(Environment environment) {
        return List.copyOf(environment.children(environment.root().id(), Slot.CHILDREN));
    }

    static List<Node> responses(Environment environment, Node route) {
        return List.copyOf(environment.children(route.id(), Slot.RESPONSES));
    }

    /// `GET path → 200 label "body"; 404 …` of each route.
    static List<String> told(Environment environment) {
        return routes(environment).stream()
                .map(route -> "%s %s → %s"
                        .formatted(
                                route.get(Schema.ROUTE_METHOD).wireName(),
                                route.get(Schema.ROUTE_ENDPOINT),
                                String.join(
                                        "; ",
                                        responses(environment, route).stream()
                                                .map(Descriptions::told)
                                                .toList())))
                .toList();
    }

    private static String told(Node response) {
        return "%d%s%s %s"
                .formatted(
                        response.get(Schema.RESPONSE_STATUS),
                        response.get(Schema.RESPONSE_DEFAULT) ? "* " : " ",
                        response.get(Schema.RESPONSE_LABEL),
                        response.get(Schema.RESPONSE_BODY).replaceAll("\\n *", " "))
                .strip();
    }

    /// `Name: value` of each header of a route's first response.
    static List<String> headers(Environment environment) {
        Node first = responses(environment, routes(environment).getFirst()).getFirst();
        return environment.children(first.id(), Slot.HEADERS).stream()
                .map(header -> header.get(Schema.HEADER_KEY) + ": " + header.get(Schema.HEADER_VALUE))
                .toList();
    }

    /// The body of a response with that schema.
    static String body(String schema, String definitions) {
        Environment environment = imported(
                        "{'openapi':'3.0.0','paths':{'/x':{'get':{'responses':{'200':{'content':{'application/json':{'schema':%s}}}}}}},'components':{'schemas':%s}}"
                                .formatted(schema, definitions))
                .environment();
        return responses(environment, routes(environment).getFirst()).getFirst().get(Schema.RESPONSE_BODY);
    }

    /// A description whose only operation is this, in single quotes.
    static String operation(String operation) {
        return "{'openapi':'3.0.0','paths':{'/x':{'get':" + operation + "}}}";
    }

    /// `place: message` of each.
    static List<String> problems(ImportResult.Imported imported) {
        return imported.problems().stream()
                .map(problem -> problem.place() + ": " + problem.message())
                .toList();
    }

    static boolean repaired(ImportResult.Imported imported, String place, String words) {
        return imported.problems().stream()
                .anyMatch(problem -> problem.severity() == Problem.Severity.REPAIRED
                        && problem.place().equals(place)
                        && problem.message().contains(words));
    }

    static int count(Environment environment, Kind kind) {
        return (int)
                environment.nodes().stream().filter(node -> node.kind() == kind).count();
    }
}
