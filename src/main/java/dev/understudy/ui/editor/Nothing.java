package dev.understudy.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.EmptyState;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/// What stands in place of a form as long as a section has nothing: what would be here, and the first step.
final class Nothing extends Div {

    private final EditorSession session;
    private final Consumer<NodeId> made;
    private final Map<Section, EmptyState> states = new EnumMap<>(Section.class);

    Nothing(EditorSession session, Actions actions, Consumer<NodeId> made) {
        this.session = session;
        this.made = made;
        state(
                Section.ROUTES,
                "No routes yet",
                "A route is a method and a path, with the responses it gives.",
                "Add route",
                then -> actions.addRoute(session.now().environment().root().id(), then));
        state(
                Section.DATA,
                "No data yet",
                "A data bucket is JSON that responses and templates share, and that CRUD routes read and change.",
                "Add data bucket",
                actions::addBucket);
        state(
                Section.CALLBACKS,
                "No callbacks yet",
                "A callback is a request that the mock sends by itself when a response answers: a webhook, for example.",
                "Add callback",
                actions::addCallback);
    }

    void show(Section section) {
        states.forEach((each, state) -> state.setVisible(each == section));
    }

    private void state(Section section, String title, String words, String button, Consumer<Consumer<NodeId>> adding) {
        Button add = new Button(button, click -> adding.accept(made));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        EmptyState state = new EmptyState(title, words, add);
        states.put(section, state);
        add(state);
        Signal.effect(this, () -> add.setVisible(session.standing().get().mayEdit()));
    }
}
