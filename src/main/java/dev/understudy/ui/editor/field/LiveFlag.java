package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Spot;
import java.util.Optional;

/// A yes or no of a node, as a check box.
@Tag("div")
public final class LiveFlag extends Component implements Bound {

    private final Desk desk;
    private final Field<Boolean> field;
    private final Checkbox box;
    private final boolean inverted;
    private final ValueSignal<Optional<Spot>> spot = new ValueSignal<>(Optional.empty());

    public LiveFlag(Desk desk, Field<Boolean> field) {
        this(desk, field, field.label(), false);
    }

    private LiveFlag(Desk desk, Field<Boolean> field, String words, boolean inverted) {
        this.desk = desk;
        this.field = field;
        this.box = new Checkbox(words);
        this.inverted = inverted;
        addClassName("live-flag");
        getElement().setAttribute("data-field", field.key());
        getElement().appendChild(box.getElement(), new Outline(desk, this, spot).getElement());
        box.addFocusListener(event -> spot.peek().map(Spot::focus).ifPresent(desk::focus));
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen(event.getValue() != inverted);
            }
        });
        Signal.effect(this, () -> {
            desk.document().get();
            project(spot.get());
        });
        Faulty.mark(this, desk, spot);
        Signal.effect(this, () -> box.setReadOnly(!desk.standing().get().mayEdit()));
    }

    /// One that is checked as long as the field is not true.
    public static LiveFlag not(Desk desk, Field<Boolean> field, String words) {
        return new LiveFlag(desk, field, words, true);
    }

    @Override
    public void bind(NodeId node) {
        spot.set(Optional.of(new Spot(node, field)));
    }

    public Checkbox box() {
        return box;
    }

    private void project(Optional<Spot> place) {
        place.flatMap(here -> desk.find(here.node()))
                .map(node -> node.get(field) != inverted)
                .ifPresent(box::setValue);
    }

    private void chosen(boolean value) {
        Optional<String> complaint = spot.peek()
                .flatMap(here -> desk.submit(new Edit.Set(here.node(), field.key(), value))
                        .complaint());
        box.setErrorMessage(complaint.orElse(""));
        box.setInvalid(complaint.isPresent());
        project(spot.peek());
    }
}
