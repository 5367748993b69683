package dev.understudy.ui.home;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/// Asks for the name of an environment: of a new one, of a copy, or a new name.
final class NameDialog extends Dialog {

    /// Longer names are cut off by every screen.
    static final int MAX_LENGTH = 200;

    private final TextField name = new TextField("Name");
    private final Consumer<String> action;

    NameDialog(String title, String verb, String proposal, Consumer<String> action) {
        super(title);
        this.action = action;
        name.setValue(proposal);
        name.setMaxLength(MAX_LENGTH);
        name.setWidthFull();
        name.setAutofocus(true);
        name.setAutoselect(true);
        name.addInputListener(typing -> name.setInvalid(false));
        name.addKeyPressListener(Key.ENTER, key -> submit());
        Button submit = new Button(verb, click -> submit());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        setWidth("400px");
        add(name);
        getFooter().add(new Button("Cancel", click -> close()), submit);
    }

    private void submit() {
        String text = name.getValue().strip();
        if (text.isEmpty()) {
            name.setInvalid(true);
            name.setErrorMessage("Give it a name.");
            return;
        }
        close();
        action.accept(text);
    }
}
