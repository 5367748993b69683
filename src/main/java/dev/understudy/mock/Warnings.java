package dev.understudy.mock;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Problem.Severity;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.mock.wire.HeaderSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells authors what of their document the mock does not act on, so that no answer surprises them.
final class Warnings {

    private final List<Problem> found = new ArrayList<>();

    private Warnings() {}

    static List<Problem> aboutSettings(Environment environment) {
        Warnings warnings = new Warnings();
        Node root = environment.root();
        if (root.get(Schema.ENVIRONMENT_PROXY)) {
            warnings.add(
                    root,
                    Schema.ENVIRONMENT_PROXY,
                    "This version does not forward requests: what no route answers gets 404.");
        }
        if (root.get(Schema.ENVIRONMENT_TLS)) {
            warnings.add(root, Schema.ENVIRONMENT_TLS, "This version answers over plain HTTP only.");
        }
        environment.children(root.id(), Slot.HEADERS).forEach(warnings::aboutHeader);
        return warnings.found;
    }

    /// @param nodes a route and all below it
    static List<Problem> about(Environment environment, List<Node> nodes) {
        Warnings warnings = new Warnings();
        for (Node node : nodes) {
            switch (node.kind()) {
                case ROUTE -> warnings.aboutRoute(node);
                case RESPONSE -> warnings.aboutResponse(environment, node);
                case HEADER -> warnings.aboutHeader(node);
                case ENVIRONMENT, FOLDER, RULE, INVOCATION, BUCKET, CALLBACK -> {}
            }
        }
        return warnings.found;
    }

    private void aboutRoute(Node route) {
        String type = route.get(Schema.ROUTE_TYPE);
        if (!type.equals("http")) {
            String name = type.equals("crud") ? "CRUD" : "WebSocket";
            add(route, Schema.ROUTE_TYPE, name + " routes are not answered by this version.");
        } else if (route.get(Schema.ROUTE_METHOD).isEmpty()) {
            add(route, Schema.ROUTE_METHOD, "Without a method no request reaches this route. Choose one.");
        }
        String mode = route.get(Schema.ROUTE_RESPONSE_MODE);
        if (!mode.isEmpty() && !mode.equals("DISABLE_RULES")) {
            add(route, Schema.ROUTE_RESPONSE_MODE, "This version always answers with the default response.");
        }
    }

    private void aboutResponse(Environment environment, Node response) {
        if (!environment.children(response.id(), Slot.RULES).isEmpty()) {
            add(response, Optional.empty(), "Rules are not evaluated by this version: the default response answers.");
        }
        if (!environment.children(response.id(), Slot.INVOCATIONS).isEmpty()) {
            add(response, Optional.empty(), "Callbacks are not sent by this version.");
        }
        if (!response.get(Schema.RESPONSE_BODY_TYPE).equals("INLINE")) {
            add(
                    response,
                    Schema.RESPONSE_BODY_TYPE,
                    "This version sends the inline body, not the file or data bucket.");
        } else if (!response.get(Schema.RESPONSE_TEMPLATING_OFF) && isTemplate(response.get(Schema.RESPONSE_BODY))) {
            add(response, Schema.RESPONSE_BODY, "Template expressions are sent as they are by this version.");
        }
    }

    private void aboutHeader(Node header) {
        String name = header.get(Schema.HEADER_KEY);
        String value = header.get(Schema.HEADER_VALUE);
        if (name.isEmpty() || value.isEmpty()) {
            return;
        }
        if (!HeaderSheet.isName(name)) {
            add(header, Schema.HEADER_KEY, "This is not a header name, so the header is not sent.");
        }
        if (!HeaderSheet.isValue(value)) {
            add(header, Schema.HEADER_VALUE, "A header can't hold these characters, so it is not sent.");
        } else if (isTemplate(value)) {
            add(header, Schema.HEADER_VALUE, "Template expressions are sent as they are by this version.");
        }
    }

    private static boolean isTemplate(String text) {
        int opening = text.indexOf("{{");
        return opening >= 0 && text.indexOf("}}", opening) >= 0;
    }

    private void add(Node node, Field<?> field, String message) {
        add(node, Optional.of(field), message);
    }

    private void add(Node node, Optional<Field<?>> field, String message) {
        found.add(new Problem(
                Severity.WARNING,
                "",
                Optional.of(node.id()),
                field.map(Field::key).orElse(""),
                message));
    }
}
