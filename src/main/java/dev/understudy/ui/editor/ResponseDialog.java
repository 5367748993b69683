package dev.understudy.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.session.NodeNames;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks of which route an answer becomes one more response.
final class ResponseDialog extends Dialog {

    private final ComboBox<Node> route = new ComboBox<>("Route");

    /// @param likely the route that is offered first
    /// @param notes what there is to know before
    /// @param action is told the route
    ResponseDialog(List<Node> routes, Optional<Node> likely, List<String> notes, Consumer<NodeId> action) {
        super("Add as response");
        route.setItems(routes);
        route.setItemLabelGenerator(NodeNames::name);
        likely.ifPresent(route::setValue);
        route.setWidthFull();
        route.setAutofocus(true);
        route.setManualValidation(true);
        add(route);
        for (String note : notes) {
            Paragraph text = new Paragraph(note);
            text.addClassName("confirm");
            add(text);
        }
        Button add = new Button("Add", _ -> submit(action));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        setWidth("460px");
        getFooter().add(new Button("Cancel", _ -> close()), add);
    }

    private void submit(Consumer<NodeId> action) {
        Node chosen = route.getValue();
        route.setInvalid(chosen == null);
        route.setErrorMessage("Choose a route.");
        if (chosen != null) {
            close();
            action.accept(chosen.id());
        }
    }

    /// The routes that answer requests, by their paths.
    static List<Node> routes(Environment environment) {
        return environment.nodes().stream()
                .filter(node -> node.kind() == Kind.ROUTE && node.get(Schema.ROUTE_TYPE) != RouteType.WS)
                .sorted(Comparator.comparing(NodeNames::path).thenComparing(NodeNames::name))
                .toList();
    }
}
