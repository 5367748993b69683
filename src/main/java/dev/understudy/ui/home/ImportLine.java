package dev.understudy.ui.home;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.understudy.ui.kit.Counted;

/// One file that waits for its turn or is being read, and a way to give it up.
final class ImportLine extends Div {

    private final String file;
    private final Span text = new Span();
    private volatile boolean givenUp;

    ImportLine(String file) {
        this.file = file;
        addClassNames("import-result", "row");
        getElement().setAttribute("role", "status");
        text.addClassName("grow");
        Button cancel = new Button("Cancel", click -> giveUp());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        cancel.setAriaLabel("Cancel the import of " + file);
        cancel.setDisableOnClick(true);
        add(text, cancel);
        show(0);
    }

    /// @param ahead how much is done before it
    void show(int ahead) {
        if (givenUp) {
            return;
        }
        text.setText(ahead == 0 ? "Reading " + file + " …" : file + " waits for " + Counted.of(ahead, "other") + ".");
    }

    private void giveUp() {
        givenUp = true;
        text.setText("Cancelling the import of " + file + " …");
    }

    /// Any thread may ask.
    boolean isGivenUp() {
        return givenUp;
    }
}
