package dev.understudy.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/// What stands where nothing is yet: what would be here, and what to do about it.
public final class EmptyState extends Div {

    public EmptyState(String title, String sentence, Component... actions) {
        addClassName("empty");
        add(new H2(title), new Paragraph(sentence));
        if (actions.length > 0) {
            Div row = new Div(actions);
            row.addClassName("actions");
            add(row);
        }
    }
}
