package dev.understudy.ui.kit;

import com.vaadin.flow.component.html.Span;

/// A state in a word or a few, with a dot in its colour: Running, Stopped, Port 443 needs a permission.
public final class StatePill extends Span {

    private final Span words = new Span();

    public StatePill(Tone tone, String text) {
        addClassName("pill");
        words.addClassName("cut");
        add(words);
        show(tone, text);
    }

    public void show(Tone tone, String text) {
        getElement().setAttribute("data-tone", tone.word());
        words.setText(text);
        setTitle(text);
    }

    /// What it says now.
    public String text() {
        return words.getText();
    }
}
