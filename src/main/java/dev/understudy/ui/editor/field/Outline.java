package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import dev.understudy.presence.Participant;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import dev.understudy.ui.kit.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The names of those who are on a field, in their colour on its corner; the field's frame gets the colour of the
/// first. Shows nobody as long as the field stands for no node.
final class Outline extends Span {

    private final Component frame;
    private final Predicate<Participant> named;
    private String shown = "";

    Outline(EditorSession session, Component frame, Signal<Optional<FieldLocation>> spot) {
        this(session, frame, spot, person -> true);
    }

    private Outline(
            EditorSession session,
            Component frame,
            Signal<Optional<FieldLocation>> spot,
            Predicate<Participant> named) {
        this.frame = frame;
        this.named = named;
        addClassName("who");
        setVisible(false);
        Signal.effect(
                frame, () -> show(spot.get().map(session.people()::othersAt).orElse(List.of())));
    }

    /// Of a text that says itself who is where in it: names only those of whom that is not known.
    static Outline besidesCarets(EditorSession session, Component frame, Signal<Optional<FieldLocation>> spot) {
        return new Outline(
                session, frame, spot, person -> person.focus().selection().isEmpty());
    }

    private void show(List<Participant> here) {
        String names = here.stream()
                .filter(named)
                .map(Participant::displayName)
                .distinct()
                .collect(Collectors.joining(", "));
        String colour = here.isEmpty() ? "" : Person.css(here.getFirst().colour());
        if ((names + colour).equals(shown)) {
            return;
        }
        shown = names + colour;
        setText(names);
        setVisible(!names.isEmpty());
        frame.getElement().getClassList().set("occupied", !here.isEmpty());
        if (here.isEmpty()) {
            frame.getElement().getStyle().remove("--person");
        } else {
            frame.getElement().getStyle().set("--person", colour);
        }
    }
}
