package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.field.LiveText;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
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

    private final EditorSession session;
    private final LiveText key;
    private final Div operations = new Div();
    private final ValueSignal<Optional<NodeId>> response = new ValueSignal<>(Optional.empty());
    private String shown = "";

    CrudBody(EditorSession session) {
        this.session = session;
        key = new LiveText(session, Schema.RESPONSE_CRUD_KEY);
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
        id.flatMap(node -> session.parts().above(node, Kind.ROUTE)).ifPresent(route -> {
            // The mock asks the first response of a route for it, whichever answers.
            boolean first = session.parts().children(route.id(), Slot.RESPONSES).stream()
                    .findFirst()
                    .equals(id);
            key.getElement().setAttribute("hidden", !first);
            list(NodeNames.path(route));
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
