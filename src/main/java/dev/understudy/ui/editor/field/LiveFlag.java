package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.Claims;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import java.util.Optional;

/// A yes or no of a node, as a check box.
@Tag("div")
public final class LiveFlag extends Component implements Bound {

    private final EditorSession session;
    private final Field<Boolean> field;
    private final Checkbox box;
    private final boolean inverted;
    private final Resent checked;
    private final LastChoice last = new LastChoice();
    private final ValueSignal<Optional<FieldLocation>> spot = new ValueSignal<>(Optional.empty());

    public LiveFlag(EditorSession session, Field<Boolean> field) {
        this(session, field, field.label(), false);
    }

    private LiveFlag(EditorSession session, Field<Boolean> field, String words, boolean inverted) {
        this.session = session;
        this.field = field;
        this.box = new Checkbox(words);
        this.inverted = inverted;
        this.checked = new Resent(box, "checked");
        addClassName("live-flag");
        getElement().setAttribute("data-field", field.key());
        getElement().appendChild(box.getElement());
        Outline.of(session, this, spot);
        box.addFocusListener(event -> spot.peek().map(FieldLocation::focus).ifPresent(session.people()::focus));
        box.addValueChangeListener(event -> {
            if (event.isFromClient() && !checked.isSending()) {
                chosen(event.getValue() != inverted);
            }
        });
        Signal.effect(this, () -> {
            spot.get().ifPresent(here -> session.parts().value(here.node(), field));
            project(spot.get());
        });
        Faulty.mark(this, session, spot);
        Lock.follow(this, box, session, spot);
    }

    /// One that is checked as long as the field is not true.
    public static LiveFlag not(EditorSession session, Field<Boolean> field, String words) {
        return new LiveFlag(session, field, words, true);
    }

    @Override
    public void bind(NodeId node) {
        say(Optional.empty());
        FieldLocation place = new FieldLocation(node, field);
        last.moved(place);
        spot.set(Optional.of(place));
    }

    public Checkbox box() {
        return box;
    }

    private void project(Optional<FieldLocation> place) {
        if (last.isAwaited()) {
            return;
        }
        place.flatMap(here -> session.find(here.node()))
                .map(node -> node.get(field) != inverted)
                .filter(now -> !now.equals(box.getValue()))
                .ifPresent(now -> {
                    box.setValue(now);
                    say(Optional.empty());
                });
    }

    private void say(Optional<String> complaint) {
        Complaint.show(box, complaint.orElse(""));
    }

    private void chosen(boolean value) {
        Claims.Naming naming =
                new Claims.Naming("“" + box.getLabel() + "”", now -> now.equals(inverted) ? "off" : "on");
        spot.peek()
                .ifPresent(here -> session.claims().set(here, value, naming, last.made(here, complaint -> {
                    project(spot.peek());
                    checked.send();
                    say(complaint);
                })));
    }
}
