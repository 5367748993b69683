package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.desk.Actions;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Words;
import dev.understudy.ui.editor.field.Dots;
import dev.understudy.ui.editor.field.Lineup;
import dev.understudy.ui.kit.StatusCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The responses of a route beside each other, each with its status, its label and whether it is the default. Says
/// which one was chosen; who shows it says back which one is.
final class ResponseTabs extends Div {

    /// Along the list only: the page stays where it is.
    private static final String COME_INTO_VIEW = """
            setTimeout(() => {
              const list = this.parentElement?.getBoundingClientRect(), tab = this.getBoundingClientRect();
              if (list && (tab.left < list.left || tab.right > list.right)) {
                this.parentElement.scrollLeft += tab.left - list.left;
              }
            }, 50);
            """;

    private final Desk desk;
    private final Actions actions;
    private final Consumer<NodeId> chosen;
    private final Div list = new Div();
    private final ValueSignal<Optional<NodeId>> route = new ValueSignal<>(Optional.empty());
    private final ValueSignal<Optional<NodeId>> selected = new ValueSignal<>(Optional.empty());
    private final Lineup<Tab> lineup = new Lineup<>(list, Tab::new);

    ResponseTabs(Desk desk, Actions actions, Consumer<NodeId> chosen) {
        this.desk = desk;
        this.actions = actions;
        this.chosen = chosen;
        addClassName("responses");
        list.addClassName("list");
        list.getElement().setAttribute("role", "tablist");
        list.getElement().setAttribute("aria-label", "Responses");
        Button add = new Button(
                "+ Response",
                click -> route.peek().flatMap(actions::addResponse).ifPresent(chosen));
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add(list, add);
        Signal.effect(this, () -> project(route.get(), selected.get()));
        Signal.effect(this, () -> add.setVisible(desk.standing().get().mayEdit()));
    }

    void bind(NodeId node, NodeId response) {
        route.set(Optional.of(node));
        selected.set(Optional.of(response));
    }

    private void project(Optional<NodeId> node, Optional<NodeId> response) {
        Environment environment = desk.document().get().environment();
        if (node.filter(environment::contains).isEmpty()) {
            return;
        }
        List<Node> responses = List.copyOf(environment.children(node.get(), Slot.RESPONSES));
        List<NodeId> wanted = responses.stream().map(Node::id).toList();
        boolean isSocket = environment.get(node.get()).get(Schema.ROUTE_TYPE).equals("ws");
        lineup.show(wanted);
        for (Node each : responses) {
            lineup.of(each.id())
                    .ifPresent(tab ->
                            tab.show(each, response.filter(each.id()::equals).isPresent(), isSocket));
        }
    }

    private final class Tab extends NativeButton {

        private final NodeId id;
        private final StatusCode code = new StatusCode(200);
        private final Span label = new Span();
        private final Span chip = new Span("default");
        private final Div people = new Div();

        Tab(NodeId id) {
            this.id = id;
            addClassName("response-tab");
            getElement().setAttribute("role", "tab");
            label.addClassName("cut");
            chip.addClassName("chip");
            people.addClassName("dots");
            add(code, label, chip, people);
            addClickListener(click -> chosen.accept(id));
            ContextMenu menu = new ContextMenu();
            menu.addItem("Make default", click -> actions.makeDefault(id));
            menu.addItem("Duplicate", click -> actions.duplicate(id).ifPresent(chosen));
            menu.addItem("Move left", click -> actions.shift(id, true));
            menu.addItem("Move right", click -> actions.shift(id, false));
            menu.addItem("Delete", click -> actions.remove(id));
            Signal.effect(this, () -> menu.setTarget(desk.standing().get().mayEdit() ? this : null));
            Signal.effect(this, this::showPeople);
        }

        void show(Node response, boolean on, boolean isMessage) {
            code.setVisible(!isMessage);
            code.setCode(response.get(Schema.RESPONSE_STATUS));
            label.setText(Words.label(response));
            chip.setVisible(response.get(Schema.RESPONSE_DEFAULT));
            getElement().setAttribute("aria-selected", Boolean.toString(on));
            if (on && !hasClassName("on")) {
                getElement().executeJs(COME_INTO_VIEW);
            }
            getElement().getClassList().set("on", on);
        }

        private void showPeople() {
            Dots.show(
                    people,
                    desk.others().stream()
                            .filter(person ->
                                    person.focus().node().filter(this::isHere).isPresent())
                            .toList());
        }

        private boolean isHere(NodeId node) {
            return node.equals(id)
                    || desk.find(node).map(Node::parent).filter(id::equals).isPresent();
        }
    }
}
