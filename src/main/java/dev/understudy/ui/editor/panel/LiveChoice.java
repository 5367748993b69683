package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import java.util.List;
import java.util.Optional;

/// One of a few values of a node, in a drop-down.
@Tag("div")
public final class LiveChoice extends Component {

    private final Desk desk;
    private final Field<String> field;
    private final Select<String> box = new Select<>();
    private final ValueSignal<Optional<Spot>> spot = new ValueSignal<>(Optional.empty());

    public LiveChoice(Desk desk, Field<String> field, List<String> values, ItemLabelGenerator<String> words) {
        this.desk = desk;
        this.field = field;
        addClassName("live-choice");
        box.setItems(values);
        box.setItemLabelGenerator(words);
        box.setAriaLabel(field.label());
        getElement().setAttribute("data-field", field.key());
        getElement().appendChild(box.getElement(), new Outline(desk, this, spot).getElement());
        box.addFocusListener(event -> spot.peek().map(Spot::focus).ifPresent(desk::focus));
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen(event.getValue());
            }
        });
        Signal.effect(this, () -> {
            desk.document().get();
            project(spot.get());
        });
        Faulty.mark(this, desk, spot);
        Signal.effect(this, () -> box.setReadOnly(!desk.standing().get().mayEdit()));
    }

    public void bind(NodeId node) {
        say(Optional.empty());
        spot.set(Optional.of(new Spot(node, field)));
    }

    public Select<String> box() {
        return box;
    }

    private void project(Optional<Spot> place) {
        place.flatMap(here -> desk.find(here.node()))
                .map(node -> node.get(field))
                .ifPresent(value -> {
                    if (!value.equals(box.getValue())) {
                        box.setValue(value);
                    }
                });
    }

    private void chosen(String value) {
        say(spot.peek()
                .flatMap(here -> desk.submit(new Edit.Set(here.node(), field.key(), value))
                        .complaint()));
        project(spot.peek());
    }

    private void say(Optional<String> complaint) {
        box.setErrorMessage(complaint.orElse(""));
        box.setInvalid(complaint.isPresent());
    }
}
