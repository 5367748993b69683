package dev.understudy.ui.kit;

import com.vaadin.flow.component.html.Span;

/// A person's initials on their colour.
public final class Avatar extends Span {

    public Avatar(Person person) {
        super(person.initials());
        addClassName("person");
        if (person.me()) {
            addClassName("me");
        }
        getStyle().set("--person", person.css());
        setTitle(person.me() ? person.name() + " (you)" : person.name());
    }
}
