package dev.understudy.format.openapi;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.function.LongConsumer;

/// Describes an environment in OpenAPI 3.0.0: its HTTP and CRUD routes in the order of the tree, each with its
/// responses by their status. Rules, templates and WebSockets have no words there; templates are written as they are.
public final class OpenApiExport {

    private final Environment environment;
    private final ExportedPaths paths;

    private OpenApiExport(Environment environment, LongConsumer effort) {
        this.environment = environment;
        this.paths = new ExportedPaths(environment, effort);
    }

    /// The text of the description in JSON, indented by two spaces.
    ///
    /// @param effort told of the steps of the work; it may end it by an exception of its own
    public static String toJson(Environment environment, LongConsumer effort) {
        return JsJson.print(new OpenApiExport(environment, effort).description(), 2, effort::accept)
                .orElseThrow();
    }

    /// The text of the description in YAML.
    ///
    /// @param effort told of the steps of the work; it may end it by an exception of its own
    public static String toYaml(Environment environment, LongConsumer effort) {
        return YamlWriter.write(new OpenApiExport(environment, effort).description(), effort);
    }

    private JsObject description() {
        addRoutes(environment.root().id());
        return JsObject.builder()
                .set("openapi", new JsValue.Text("3.0.0"))
                .set(
                        "info",
                        JsObject.builder()
                                .set(
                                        "title",
                                        new JsValue.Text(environment.root().get(Schema.ENVIRONMENT_NAME)))
                                .set("version", new JsValue.Text("1.0.0"))
                                .build())
                .set("servers", JsArray.of(server(environment.root())))
                .set("paths", paths.build())
                .build();
    }

    private static JsObject server(Node root) {
        String url = "%s://localhost:%d/%s"
                .formatted(
                        root.get(Schema.ENVIRONMENT_TLS) ? "https" : "http",
                        root.get(Schema.ENVIRONMENT_PORT),
                        root.get(Schema.ENVIRONMENT_PREFIX));
        return JsObject.builder().set("url", new JsValue.Text(url)).build();
    }

    private void addRoutes(NodeId parent) {
        for (Node child : environment.children(parent, Slot.CHILDREN)) {
            if (child.kind() == Kind.FOLDER) {
                addRoutes(child.id());
            } else {
                paths.add(child);
            }
        }
    }
}
