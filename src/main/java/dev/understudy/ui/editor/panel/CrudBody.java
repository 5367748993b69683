package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Words;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.field.LiveField;
import dev.understudy.ui.kit.MethodBadge;
import java.util.List;
import java.util.Optional;

/// What a CRUD route does with its data bucket: the property by which items are found, and its nine operations in
/// words.
final class CrudBody extends Div implements Bound {

    private record Operation(String method, boolean one, String words) {}

    private static final List<Operation> OPERATIONS = List.of(
            new Operation(
                    "get",
                    false,
                    "All items, searched, filtered, sorted and paged by the query: ?price_gt=3&sort=name&limit=10"),
            new Operation("get", true, "One item, or 404"),
            new Operation("post", false, "Adds an item and gives it an id"),
            new Operation("put", false, "Replaces everything"),
            new Operation("put", true, "Replaces one item"),
            new Operation("patch", false, "Adds the items of a list, or merges an object"),
            new Operation("patch", true, "Merges into one item"),
            new Operation("delete", false, "Deletes everything"),
            new Operation("delete", true, "Deletes one item"));

    private final Desk desk;
    private final LiveField<String> key;
    private final Div operations = new Div();
    private final ValueSignal<Optional<NodeId>> response = new ValueSignal<>(Optional.empty());
    private String shown = "";

    CrudBody(Desk desk) {
        this.desk = desk;
        key = LiveField.text(desk, Schema.RESPONSE_CRUD_KEY);
        key.box().addClassName("mono");
        key.box().setHelperText("By it items are found: a name, or a path like meta.id");
        operations.addClassName("operations");
        addClassNames("body-pane", "crud");
        add(key, new H3("What it answers"), operations);
        Signal.effect(this, () -> project(response.get()));
    }

    @Override
    public void bind(NodeId node) {
        key.bind(node);
        response.set(Optional.of(node));
    }

    private void project(Optional<NodeId> id) {
        Environment environment = desk.document().get().environment();
        id.flatMap(node -> Words.above(environment, node, Kind.ROUTE)).ifPresent(route -> {
            // The mock asks the first response of a route for it, whichever answers.
            boolean first = environment.children(route.id(), Slot.RESPONSES).stream()
                    .map(Node::id)
                    .findFirst()
                    .equals(id);
            key.getElement().setAttribute("hidden", !first);
            list(Words.path(route));
        });
    }

    private void list(String path) {
        if (path.equals(shown)) {
            return;
        }
        shown = path;
        operations.removeAll();
        for (Operation operation : OPERATIONS) {
            Span place = new Span(operation.one() ? path.replaceFirst("/$", "") + "/:id" : path);
            place.addClassNames("mono", "cut");
            Span words = new Span(operation.words());
            words.addClassName("muted");
            operations.add(new MethodBadge(operation.method()), place, words);
        }
    }
}
