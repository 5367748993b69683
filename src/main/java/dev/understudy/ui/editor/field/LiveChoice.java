package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Spot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One of a few values of a node, in a drop-down.
@Tag("div")
public final class LiveChoice<T> extends Component implements Bound {

    private final Desk desk;
    private final Field<T> field;
    private final Function<Environment, Map<T, String>> options;
    private final Select<T> box = new Select<>();
    private final ValueSignal<Optional<Spot>> spot = new ValueSignal<>(Optional.empty());
    private Map<T, String> words = Map.of();

    /// @param options what can be chosen, in this order, in words
    public LiveChoice(Desk desk, Field<T> field, Map<T, String> options) {
        this(desk, field, environment -> options);
    }

    /// @param options what the document lets one choose, in this order, in words
    public LiveChoice(Desk desk, Field<T> field, Function<Environment, Map<T, String>> options) {
        this.desk = desk;
        this.field = field;
        this.options = options;
        addClassName("live-choice");
        box.setItemLabelGenerator(value -> words.getOrDefault(value, String.valueOf(value)));
        box.setAriaLabel(field.label());
        box.setManualValidation(true);
        getElement().setAttribute("data-field", field.key());
        getElement().appendChild(box.getElement(), new Outline(desk, this, spot).getElement());
        box.addFocusListener(event -> spot.peek().map(Spot::focus).ifPresent(desk::focus));
        box.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
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

    /// With the field's name above it.
    public LiveChoice<T> labelled() {
        box.setLabel(field.label());
        return this;
    }

    @Override
    public void bind(NodeId node) {
        say(Optional.empty());
        spot.set(Optional.of(new Spot(node, field)));
    }

    public Select<T> box() {
        return box;
    }

    private void project(Optional<Spot> place) {
        place.flatMap(here -> desk.find(here.node()))
                .map(node -> node.get(field))
                .ifPresent(value -> {
                    offer(value);
                    if (!value.equals(box.getValue())) {
                        box.setValue(value);
                    }
                });
    }

    /// A value that is none of the options, from a file or another client, is one as long as it is chosen.
    private void offer(T chosen) {
        Map<T, String> wanted = new LinkedHashMap<>(options.apply(desk.now().environment()));
        wanted.putIfAbsent(chosen, String.valueOf(chosen));
        if (!wanted.equals(words) || !List.copyOf(wanted.keySet()).equals(List.copyOf(words.keySet()))) {
            words = wanted;
            box.setItems(wanted.keySet());
        }
    }

    private void chosen(T value) {
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
