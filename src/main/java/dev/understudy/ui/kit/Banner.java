package dev.understudy.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/// A sentence across a view about the state it is in, with what can be done about it beside it.
public final class Banner extends Div {

    private final Span sentence = new Span();

    public Banner(Tone tone, String text, Component... actions) {
        addClassName("banner");
        getElement().setAttribute("role", "status");
        sentence.addClassName("grow");
        add(sentence);
        add(actions);
        show(tone, text);
    }

    public void show(Tone tone, String text) {
        getElement().setAttribute("data-tone", tone.word());
        sentence.setText(text);
    }

    public String text() {
        return sentence.getText();
    }
}
