package dev.understudy.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Slot;
import dev.understudy.presence.Participant;
import dev.understudy.ui.editor.field.Dots;
import dev.understudy.ui.editor.field.Lineup;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.editor.session.Troubles;
import dev.understudy.ui.kit.OnDemand;
import dev.understudy.ui.kit.Sign;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The data buckets of an environment, or its callbacks, one below the other, with a filter and a way to add one.
final class ElementList extends Div {

    private final EditorSession session;
    private final Slot slot;
    private final TreeMenu entries;
    private final Div list = new Div();
    private final Span nothing = new Span();
    private final Lineup<Row> rows;
    private final ValueSignal<String> filter = new ValueSignal<>("");
    private final ValueSignal<Optional<NodeId>> marked = new ValueSignal<>(Optional.empty());
    private final String words;

    /// @param words what they are called together: "callbacks"
    /// @param adding makes one, and tells of it once it is there
    /// @param made is told of a node that was made or is to be renamed
    ElementList(
            EditorSession session,
            Actions actions,
            Slot slot,
            String words,
            Consumer<Consumer<NodeId>> adding,
            TreeMenu entries,
            Consumer<NodeId> made) {
        this.session = session;
        this.slot = slot;
        this.words = words;
        this.entries = entries;
        this.rows = new Lineup<>(list, Row::new);
        Button add = new Button(Sign.PLUS.create(), click -> adding.accept(made));
        add.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        add.setAriaLabel("Add " + words);
        Div tools = new Div(new FilterBox("Filter " + words, text -> filter.set(text.strip())), add);
        tools.addClassName("filter");
        list.addClassName("elements");
        nothing.addClassName("muted");
        addClassName("list");
        add(tools, nothing, list);
        ElementKeys.listen(list, session, actions, made);
        Signal.effect(this, this::project);
        Signal.effect(this, () -> add.setVisible(session.standing().get().mayEdit()));
    }

    /// Whether it is on the screen, and which element is shown beside it.
    void show(boolean on, Optional<NodeId> node) {
        getElement().setAttribute("hidden", !on);
        marked.set(node);
    }

    private void project() {
        Environment environment = session.now().environment();
        List<Node> all = session.parts().nodes(environment.root().id(), slot);
        String text = filter.get().toLowerCase(Locale.ROOT);
        Troubles troubles = session.mock().troubles().get();
        List<Participant> others = session.people().others();
        Optional<NodeId> shown = marked.get();
        List<Node> wanted = all.stream()
                .filter(node -> NodeNames.name(node).toLowerCase(Locale.ROOT).contains(text))
                .toList();
        rows.show(wanted.stream().map(Node::id).toList());
        for (Node node : wanted) {
            rows.of(node.id()).ifPresent(row -> {
                row.show(node, troubles.broken().contains(node.id()));
                row.mark(shown.filter(node.id()::equals).isPresent());
                row.show(others.stream()
                        .filter(person -> person.focus()
                                .node()
                                .filter(place -> environment.contains(place) && environment.isWithin(place, node.id()))
                                .isPresent())
                        .toList());
            });
        }
        nothing.setText(text.isEmpty() ? "No " + words + " yet." : "None matches.");
        nothing.setVisible(wanted.isEmpty());
    }

    private final class Row extends Anchor {

        private final Span name = new Span();
        private final Span detail = new Span();
        private final Span broken = new Span("!");
        private final OnDemand<Span> fresh = new OnDemand<>(() -> new Span("new"), this::addFresh);
        private final Div people = new Div();

        Row(NodeId id) {
            super(EditorLinks.to(session.environment(), id));
            getElement().setAttribute("router-link", true);
            getElement().setAttribute("data-node", id.value());
            addClassName("element");
            name.addClassName("cut");
            detail.addClassNames("detail", "mono");
            broken.addClassName("broken");
            broken.setTitle("Does not work: see the problems below");
            people.addClassName("dots");
            add(name, people, broken, detail);
            Signal.effect(this, () -> {
                boolean on = session.news().forms().get().contains(id);
                fresh.madeIf(on).ifPresent(mark -> mark.setVisible(on));
            });
            ContextMenu menu = new ContextMenu(this);
            entries.fillElement((words, action) -> menu.addItem(words, click -> action.run()), id);
        }

        private void addFresh(Span mark) {
            mark.addClassName("fresh");
            mark.setTitle("Changed while you were away");
            addComponentAtIndex(indexOf(broken), mark);
        }

        void show(Node node, boolean faulty) {
            String called = NodeNames.name(node);
            name.setText(called.isEmpty() ? "(no name)" : called);
            detail.setText(NodeNames.detail(node));
            broken.setVisible(faulty);
        }

        void mark(boolean on) {
            getElement().getClassList().set("on", on);
            if (on) {
                getElement().setAttribute("aria-current", "true");
            } else {
                getElement().removeAttribute("aria-current");
            }
        }

        void show(List<Participant> here) {
            Dots.show(people, here);
        }
    }
}
