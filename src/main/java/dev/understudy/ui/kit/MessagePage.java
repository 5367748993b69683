package dev.understudy.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/// A whole page that only says something: not found, an error, a link that is used up.
public final class MessagePage extends Div {

    public MessagePage(String title, String sentence, Component... actions) {
        addClassName("message-page");
        add(new EmptyState(title, sentence, actions));
    }
}
