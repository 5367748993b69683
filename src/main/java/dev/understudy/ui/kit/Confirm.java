package dev.understudy.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/// A question before something that is hard to take back. The button says what will happen, never "OK".
public final class Confirm {

    private Confirm() {}

    /// Asks; only the button with the verb runs the action.
    ///
    /// @param title the question, "Remove Ben from the team?"
    /// @param consequence what will be different afterwards
    /// @param verb what the button says, "Remove Ben"
    public static Dialog ask(String title, String consequence, String verb, Runnable action) {
        Dialog dialog = new Dialog(title);
        Paragraph text = new Paragraph(consequence);
        text.addClassName("confirm");
        dialog.add(text);
        Button cancel = new Button("Cancel", click -> dialog.close());
        Button act = new Button(verb, click -> {
            dialog.close();
            action.run();
        });
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        dialog.getFooter().add(cancel, act);
        cancel.setAutofocus(true);
        dialog.open();
        return dialog;
    }
}
