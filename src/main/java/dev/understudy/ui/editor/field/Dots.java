package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.understudy.presence.Participant;
import dev.understudy.ui.kit.Person;
import java.util.List;
import java.util.stream.Collectors;

/// People as dots of their colours, their names as the tooltip.
public final class Dots {

    private Dots() {}

    /// Shows each person once. Nothing is touched as long as they are the same.
    public static void show(Div place, List<Participant> people) {
        String names = people.stream().map(Participant::displayName).distinct().collect(Collectors.joining(", "));
        if (place.getTitle().orElse("").equals(names)) {
            return;
        }
        place.removeAll();
        people.stream().map(Participant::colour).distinct().map(Dots::dot).forEach(place::add);
        place.setTitle(names);
        place.getElement().setAttribute("aria-label", names);
    }

    private static Component dot(int colour) {
        Span dot = new Span();
        dot.addClassName("dot");
        dot.getStyle().set("--person", Person.css(colour));
        return dot;
    }
}
