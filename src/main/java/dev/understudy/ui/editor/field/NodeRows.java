package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.Sign;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// The short nodes of one list below a node (headers, rules, …), a row each, with a button that adds one.
public final class NodeRows extends Div implements Bound {

    private final EditorSession session;
    private final Slot slot;
    private final BiConsumer<NodeId, Consumer<NodeId>> adding;
    private final Span empty = new Span();
    private final Button add;
    private final Lineup<Component> lineup;
    private final ValueSignal<Optional<NodeId>> parent = new ValueSignal<>(Optional.empty());

    /// @param words what the button says
    /// @param adding makes a node in the list of the given parent, and tells of it once it is there
    /// @param row makes the row of a node
    public NodeRows(
            EditorSession session,
            Slot slot,
            String words,
            BiConsumer<NodeId, Consumer<NodeId>> adding,
            Function<NodeId, Component> row) {
        this.session = session;
        this.slot = slot;
        this.adding = adding;
        Div lines = new Div();
        lines.addClassName("lines");
        lineup = new Lineup<>(lines, row);
        empty.addClassName("muted");
        add = new Button(words, Sign.PLUS.create(), click -> add());
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add.addClassName("add");
        addClassName("node-rows");
        add(empty, lines, add);
        Signal.effect(this, () -> {
            parent.get().ifPresent(node -> session.parts().children(node, slot));
            project(parent.get());
        });
        Signal.effect(this, () -> add.setVisible(session.standing().get().mayEdit()));
    }

    /// Says this as long as there is no row.
    public NodeRows sayingIfEmpty(String sentence) {
        empty.setText(sentence);
        empty.getElement().setAttribute("hidden", sentence.isEmpty());
        return this;
    }

    @Override
    public void bind(NodeId node) {
        parent.set(Optional.of(node));
    }

    private void add() {
        parent.peek()
                .ifPresent(node -> adding.accept(node, made -> {
                    project(parent.peek());
                    lineup.of(made).ifPresent(Focusing::first);
                }));
    }

    private void project(Optional<NodeId> node) {
        Environment environment = session.now().environment();
        List<NodeId> wanted = node.filter(environment::contains)
                .map(id -> environment.children(id, slot).stream().map(Node::id).toList())
                .orElse(List.of());
        lineup.show(wanted);
        empty.setVisible(wanted.isEmpty());
    }
}
