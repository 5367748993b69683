package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.desk.Actions;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.field.LiveField;
import dev.understudy.ui.editor.field.LiveFlag;
import java.util.Optional;
import java.util.function.Consumer;

/// A folder: its name, whether its routes answer, and how many they are.
public final class FolderPanel extends Div {

    private final Desk desk;
    private final LiveField<String> name;
    private final LiveFlag enabled;
    private final Paragraph inside = new Paragraph();
    private final ValueSignal<Optional<NodeId>> folder = new ValueSignal<>(Optional.empty());

    /// @param added is told of a route that was added
    public FolderPanel(Desk desk, Actions actions, Consumer<NodeId> added) {
        this.desk = desk;
        name = LiveField.text(desk, Schema.FOLDER_NAME);
        enabled = new LiveFlag(desk, Schema.FOLDER_ENABLED);
        addClassName("form-panel");
        enabled.box().setLabel("Routes of this folder answer");
        inside.addClassName("muted");
        Button add = new Button(
                "Add route", click -> folder.peek().flatMap(actions::addRoute).ifPresent(added));
        Div buttons = new Div(add);
        buttons.addClassName("row");
        add(name, enabled, inside, buttons);
        Signal.effect(this, () -> project(folder.get()));
        Signal.effect(this, () -> add.setVisible(desk.standing().get().mayEdit()));
    }

    public void bind(NodeId node) {
        name.bind(node);
        enabled.bind(node);
        folder.set(Optional.of(node));
    }

    private void project(Optional<NodeId> id) {
        desk.document().get();
        id.flatMap(desk::find).ifPresent(node -> {
            long routes = desk.now().environment().subtree(node.id()).stream()
                    .filter(below -> below.kind() == Kind.ROUTE)
                    .count();
            inside.setText(routes == 1 ? "1 route in it." : "%,d routes in it.".formatted(routes));
        });
    }
}
