package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.presence.Participant;
import dev.understudy.ui.editor.field.Dots;
import dev.understudy.ui.editor.field.Lineup;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.kit.OnDemand;
import dev.understudy.ui.kit.QuietButtons;
import dev.understudy.ui.kit.StatusCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

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

    /// What a tab tells of its response.
    private record Shown(NodeId id, int status, String label, boolean isDefault) {
        static Shown of(Node response) {
            return new Shown(
                    response.id(),
                    response.get(Schema.RESPONSE_STATUS),
                    NodeNames.label(response),
                    response.get(Schema.RESPONSE_DEFAULT));
        }
    }

    private record Responses(NodeId route) implements Function<Environment, List<Shown>> {
        @Override
        public List<Shown> apply(Environment environment) {
            return environment.children(route, Slot.RESPONSES).stream()
                    .map(Shown::of)
                    .toList();
        }
    }

    private final EditorSession session;
    private final Actions actions;
    private final Consumer<NodeId> chosen;
    private final Div list = new Div();
    private final ValueSignal<Optional<NodeId>> route = new ValueSignal<>(Optional.empty());
    private final ValueSignal<Optional<NodeId>> selected = new ValueSignal<>(Optional.empty());
    private final Lineup<Tab> lineup = new Lineup<>(list, Tab::new);

    ResponseTabs(EditorSession session, Actions actions, Consumer<NodeId> chosen) {
        this.session = session;
        this.actions = actions;
        this.chosen = chosen;
        addClassName("responses");
        list.addClassName("list");
        list.getElement().setAttribute("role", "tablist");
        list.getElement().setAttribute("aria-label", "Responses");
        Button add =
                QuietButtons.of("+ Response", () -> route.peek().ifPresent(node -> actions.addResponse(node, chosen)));
        add(list, add);
        Signal.effect(this, () -> project(route.get(), selected.get()));
        Signal.effect(this, () -> add.setVisible(session.standing().get().mayEdit()));
    }

    void bind(NodeId node, NodeId response) {
        route.set(Optional.of(node));
        selected.set(Optional.of(response));
    }

    private void project(Optional<NodeId> node, Optional<NodeId> response) {
        Optional<RouteType> type = node.flatMap(id -> session.parts().value(id, Schema.ROUTE_TYPE));
        if (type.isEmpty()) {
            return;
        }
        List<Shown> responses = session.parts().read(new Responses(node.get()));
        lineup.show(responses.stream().map(Shown::id).toList());
        for (Shown each : responses) {
            lineup.of(each.id())
                    .ifPresent(tab ->
                            tab.show(each, response.filter(each.id()::equals).isPresent(), type.get() == RouteType.WS));
        }
    }

    private final class Tab extends NativeButton {

        private final NodeId id;
        private final StatusCode code = new StatusCode(200);
        private final Span label = new Span();
        private final Span chip = new Span("default");
        private final OnDemand<Div> people = new OnDemand<>(Div::new, this::addDots);

        Tab(NodeId id) {
            this.id = id;
            addClassName("response-tab");
            getElement().setAttribute("role", "tab");
            label.addClassName("cut");
            chip.addClassName("chip");
            add(code, label, chip);
            addClickListener(click -> chosen.accept(id));
            ContextMenu menu = new ContextMenu();
            menu.addItem("Make default", click -> actions.makeDefault(id));
            menu.addItem("Duplicate", click -> actions.duplicate(id, chosen));
            menu.addItem("Move left", click -> actions.shift(id, true));
            menu.addItem("Move right", click -> actions.shift(id, false));
            menu.addItem("Delete", click -> actions.remove(id));
            Signal.effect(this, () -> menu.setTarget(session.standing().get().mayEdit() ? this : null));
            Signal.effect(this, this::showPeople);
        }

        void show(Shown response, boolean on, boolean isMessage) {
            show(code, !isMessage);
            code.setCode(response.status());
            label.setText(response.label());
            show(chip, response.isDefault());
            getElement().setAttribute("aria-selected", Boolean.toString(on));
            if (on && !hasClassName("on")) {
                getElement().executeJs(COME_INTO_VIEW);
            }
            getElement().getClassList().set("on", on);
        }

        private static void show(Component part, boolean on) {
            if (part.isVisible() != on) {
                part.setVisible(on);
            }
        }

        private void showPeople() {
            List<Participant> here = session.people().others().stream()
                    .filter(person -> person.focus().node().filter(this::isHere).isPresent())
                    .toList();
            people.madeIf(!here.isEmpty()).ifPresent(dots -> Dots.show(dots, here));
        }

        private void addDots(Div dots) {
            dots.addClassName("dots");
            add(dots);
        }

        private boolean isHere(NodeId node) {
            return node.equals(id)
                    || session.find(node).map(Node::parent).filter(id::equals).isPresent();
        }
    }
}
