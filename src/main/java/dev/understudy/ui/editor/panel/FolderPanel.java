package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.field.LiveFlag;
import dev.understudy.ui.editor.field.LiveText;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// A folder: its name, whether its routes answer, and how many they are.
public final class FolderPanel extends Div {

    private record RoutesIn(NodeId folder) implements Function<Environment, Long> {
        @Override
        public Long apply(Environment environment) {
            return count(environment, folder);
        }

        private static long count(Environment environment, NodeId parent) {
            return environment.children(parent, Slot.CHILDREN).stream()
                    .mapToLong(node -> node.kind() == Kind.ROUTE ? 1 : count(environment, node.id()))
                    .sum();
        }
    }

    private final EditorSession session;
    private final LiveText name;
    private final LiveFlag enabled;
    private final Paragraph inside = new Paragraph();
    private final ValueSignal<Optional<NodeId>> folder = new ValueSignal<>(Optional.empty());

    /// @param added is told of a route that was added
    public FolderPanel(EditorSession session, Actions actions, Consumer<NodeId> added) {
        this.session = session;
        name = new LiveText(session, Schema.FOLDER_NAME);
        enabled = new LiveFlag(session, Schema.FOLDER_ENABLED);
        addClassName("form-panel");
        enabled.box().setLabel("Routes of this folder answer");
        inside.addClassName("muted");
        Button add = new Button("Add route", click -> folder.peek().ifPresent(node -> actions.addRoute(node, added)));
        Div buttons = new Div(add);
        buttons.addClassName("row");
        add(name, enabled, inside, buttons);
        Signal.effect(this, () -> project(folder.get()));
        Signal.effect(this, () -> add.setVisible(session.standing().get().mayEdit()));
    }

    public void bind(NodeId node) {
        name.bind(node);
        enabled.bind(node);
        folder.set(Optional.of(node));
    }

    private void project(Optional<NodeId> id) {
        id.filter(session.parts()::contains).ifPresent(node -> {
            long routes = session.parts().read(new RoutesIn(node));
            inside.setText(routes == 1 ? "1 route in it." : "%,d routes in it.".formatted(routes));
        });
    }
}
