package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.Claims;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One of a few values of a node, in a drop-down.
@Tag("div")
public final class LiveChoice<T> extends Component implements Bound {

    private final EditorSession session;
    private final Field<T> field;
    private final Function<Environment, Map<T, String>> options;
    private final ChoiceBox<T> box;
    private final Resent value;
    private final ValueSignal<Optional<FieldLocation>> spot = new ValueSignal<>(Optional.empty());
    private final Function<Environment, List<Map.Entry<T, String>>> offered;
    private Map<T, String> words = Map.of();
    private final LastChoice last = new LastChoice();

    /// @param options what can be chosen, in this order, in words
    public LiveChoice(EditorSession session, Field<T> field, Map<T, String> options) {
        this(session, field, environment -> options);
    }

    /// @param options what the document lets one choose, in this order, in words
    public LiveChoice(EditorSession session, Field<T> field, Function<Environment, Map<T, String>> options) {
        this.session = session;
        this.field = field;
        this.options = options;
        this.box = new ChoiceBox<>(field.label());
        this.value = new Resent(box, "value");
        this.offered = document -> List.copyOf(options.apply(document).entrySet());
        addClassName("live-choice");
        getElement().setAttribute("data-field", field.key());
        getElement().appendChild(box.getElement());
        Outline.of(session, this, spot);
        box.addFocusListener(event -> spot.peek().map(FieldLocation::focus).ifPresent(session.people()::focus));
        box.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null && !value.isSending()) {
                chosen(event.getValue());
            }
        });
        Signal.effect(this, () -> {
            session.parts().read(offered);
            spot.get().ifPresent(here -> session.parts().value(here.node(), field));
            project(spot.get());
        });
        Faulty.mark(this, session, spot);
        Lock.follow(this, box, session, spot);
    }

    /// With the field's name above it.
    public LiveChoice<T> labelled() {
        box.setLabel(field.label());
        return this;
    }

    @Override
    public void bind(NodeId node) {
        say(Optional.empty());
        FieldLocation place = new FieldLocation(node, field);
        last.moved(place);
        spot.set(Optional.of(place));
    }

    public ChoiceBox<T> box() {
        return box;
    }

    private void project(Optional<FieldLocation> place) {
        place.flatMap(here -> session.find(here.node()))
                .map(node -> node.get(field))
                .ifPresent(value -> {
                    offer(value);
                    if (!last.isAwaited() && !value.equals(box.getValue())) {
                        box.setValue(value);
                        say(Optional.empty());
                    }
                });
    }

    /// A value that is none of the options, from a file or another client, is one as long as it is chosen.
    private void offer(T chosen) {
        Map<T, String> wanted = new LinkedHashMap<>(options.apply(session.now().environment()));
        wanted.putIfAbsent(chosen, String.valueOf(chosen));
        if (!wanted.equals(words) || !List.copyOf(wanted.keySet()).equals(List.copyOf(words.keySet()))) {
            words = wanted;
            box.offer(wanted);
        }
    }

    private void chosen(T wanted) {
        Claims.Naming naming =
                new Claims.Naming(field.label(), plain -> box.words(field.type().typed(plain)));
        spot.peek()
                .ifPresent(here -> session.claims()
                        .set(here, field.plain(wanted), naming, last.made(here, complaint -> {
                            project(spot.peek());
                            value.send();
                            say(complaint);
                        })));
    }

    private void say(Optional<String> complaint) {
        Complaint.show(box, complaint.orElse(""));
    }
}
