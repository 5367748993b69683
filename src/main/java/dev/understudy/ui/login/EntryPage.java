package dev.understudy.ui.login;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/// The page in front of the application: the name of the product, and one card in the middle of the screen.
abstract class EntryPage extends Main {

    private final Div card = new Div();

    EntryPage() {
        addClassName("entry");
        Span logo = new Span("U");
        logo.addClassName("logo");
        logo.getElement().setAttribute("aria-hidden", "true");
        Div brand = new Div(logo, new Span("Understudy"));
        brand.addClassName("brand");
        card.addClassName("card");
        add(brand, card);
    }

    /// Replaces what the card says.
    final void show(String title, String sentence, Component... content) {
        card.removeAll();
        card.add(new H1(title));
        if (!sentence.isEmpty()) {
            Paragraph text = new Paragraph(sentence);
            text.addClassName("muted");
            card.add(text);
        }
        card.add(content);
    }
}
