package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The headers of a response or of the environment, a row each. A row belongs to one header for as long as that is
/// there, so that what others add or remove moves nobody's caret.
public final class HeaderRows extends Div {

    private final Desk desk;
    private final Actions actions;
    private final Div rows = new Div();
    private final Span empty = new Span();
    private final ValueSignal<Optional<NodeId>> parent = new ValueSignal<>(Optional.empty());
    private final Map<NodeId, Row> shown = new HashMap<>();

    /// @param none what stands there as long as there is no header
    public HeaderRows(Desk desk, Actions actions, String none) {
        this.desk = desk;
        this.actions = actions;
        addClassName("headers");
        rows.addClassName("rows");
        empty.setText(none);
        empty.addClassName("muted");
        Button add = new Button("Add header", VaadinIcon.PLUS.create(), click -> add());
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add.addClassName("add");
        add(empty, rows, add);
        Signal.effect(this, () -> {
            desk.document().get();
            project(parent.get());
        });
        Signal.effect(this, () -> add.setVisible(desk.standing().get().mayEdit()));
    }

    public void bind(NodeId node) {
        parent.set(Optional.of(node));
    }

    private void add() {
        parent.peek().flatMap(actions::addHeader).ifPresent(header -> {
            project(parent.peek());
            Row row = shown.get(header);
            if (row != null) {
                row.name.box().focus();
            }
        });
    }

    private void project(Optional<NodeId> node) {
        Environment environment = desk.now().environment();
        Collection<Node> headers = node.filter(environment::contains)
                .map(id -> environment.children(id, Slot.HEADERS))
                .orElse(List.of());
        List<NodeId> wanted = headers.stream().map(Node::id).toList();
        shown.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                rows.remove(entry.getValue());
            }
            return gone;
        });
        for (int index = 0; index < wanted.size(); index++) {
            Row row = shown.computeIfAbsent(wanted.get(index), Row::new);
            if (rows.indexOf(row) != index) {
                rows.addComponentAtIndex(index, row);
            }
        }
        empty.setVisible(wanted.isEmpty());
    }

    private final class Row extends Div {

        private final LiveField<String> name = LiveField.text(desk, Schema.HEADER_KEY);

        Row(NodeId header) {
            addClassName("header-row");
            LiveField<String> value = LiveField.text(desk, Schema.HEADER_VALUE);
            quiet(name, "Name");
            quiet(value, "Value");
            Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> actions.remove(header));
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            remove.setAriaLabel("Remove header");
            remove.setTooltipText("Remove header");
            TroubleNotes troubles = new TroubleNotes(desk);
            add(name, value, remove, troubles);
            name.bind(header);
            value.bind(header);
            troubles.bind(header);
            Signal.effect(this, () -> remove.setVisible(desk.standing().get().mayEdit()));
        }

        private static void quiet(LiveField<String> field, String label) {
            field.box().setLabel(null);
            field.box().setAriaLabel(label);
            field.box().setPlaceholder(label);
            field.box().addClassName("mono");
        }
    }
}
