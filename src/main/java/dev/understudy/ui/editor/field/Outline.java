package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import dev.understudy.presence.Participant;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import dev.understudy.ui.kit.OnDemand;
import dev.understudy.ui.kit.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The names of those who are on a field, in their colour on its corner; the field's frame gets the colour of the
/// first. Shows nobody as long as the field stands for no node.
final class Outline {

    private final Component frame;
    private final Predicate<Participant> named;
    private final OnDemand<Span> names;
    private String shown = "";

    private Outline(Component frame, Predicate<Participant> named) {
        this.frame = frame;
        this.named = named;
        this.names = new OnDemand<>(Span::new, made -> {
            made.addClassName("who");
            frame.getElement().appendChild(made.getElement());
        });
    }

    /// Names everybody.
    static void of(EditorSession session, Component frame, Signal<Optional<FieldLocation>> spot) {
        follow(new Outline(frame, person -> true), session, spot);
    }

    /// Of a text that says itself who is where in it: names only those of whom that is not known.
    static void besidesCarets(EditorSession session, Component frame, Signal<Optional<FieldLocation>> spot) {
        follow(new Outline(frame, person -> person.focus().selection().isEmpty()), session, spot);
    }

    private static void follow(Outline outline, EditorSession session, Signal<Optional<FieldLocation>> spot) {
        Fresh.mark(outline.frame, session, spot);
        Signal.effect(
                outline.frame,
                () -> outline.show(spot.get().map(session.people()::othersAt).orElse(List.of())));
    }

    private void show(List<Participant> here) {
        String words = here.stream()
                .filter(named)
                .map(Participant::displayName)
                .distinct()
                .collect(Collectors.joining(", "));
        String colour = here.isEmpty() ? "" : Person.css(here.getFirst().colour());
        if ((words + colour).equals(shown)) {
            return;
        }
        shown = words + colour;
        names.madeIf(!words.isEmpty()).ifPresent(made -> {
            made.setText(words);
            made.setVisible(!words.isEmpty());
        });
        frame.getElement().getClassList().set("occupied", !here.isEmpty());
        if (here.isEmpty()) {
            frame.getElement().getStyle().remove("--person");
        } else {
            frame.getElement().getStyle().set("--person", colour);
        }
    }
}
