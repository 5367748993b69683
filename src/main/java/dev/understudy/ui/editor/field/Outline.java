package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import dev.understudy.presence.Participant;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Spot;
import dev.understudy.ui.kit.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The names of those who are on a field, in their colour on its corner; the field's frame gets the colour of the
/// first. Shows nobody as long as the field stands for no node.
final class Outline extends Span {

    private final Component frame;
    private String shown = "";

    Outline(Desk desk, Component frame, Signal<Optional<Spot>> spot) {
        this.frame = frame;
        addClassName("who");
        setVisible(false);
        Signal.effect(
                frame,
                () -> show(spot.get().map(place -> place.among(desk.others())).orElse(List.of())));
    }

    private void show(List<Participant> here) {
        String names = here.stream().map(Participant::displayName).distinct().collect(Collectors.joining(", "));
        String colour = here.isEmpty() ? "" : Person.css(here.getFirst().colour());
        if ((names + colour).equals(shown)) {
            return;
        }
        shown = names + colour;
        setText(names);
        setVisible(!here.isEmpty());
        frame.getElement().getClassList().set("occupied", !here.isEmpty());
        if (here.isEmpty()) {
            frame.getElement().getStyle().remove("--person");
        } else {
            frame.getElement().getStyle().set("--person", colour);
        }
    }
}
