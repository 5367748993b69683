package dev.understudy.ui.home;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.ui.kit.Errand;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Asks for the name of an environment: of a new one, of a copy, or a new name. It stays until what the name is for is
/// done: when that fails, nobody has to type it again.
///
/// @param <T> what comes of it
final class NameDialog<T> extends Dialog {

    /// Longer names are cut off by every screen.
    static final int MAX_LENGTH = 200;

    private final TextField name = new TextField("Name");
    private final Button submit;
    private final Function<String, T> work;
    private final BiConsumer<String, T> done;

    /// @param work what the name is for, done beside the page
    /// @param done is told the name and what came of it
    NameDialog(String title, String verb, String proposal, Function<String, T> work, BiConsumer<String, T> done) {
        super(title);
        this.work = work;
        this.done = done;
        name.setValue(proposal);
        name.setMaxLength(MAX_LENGTH);
        name.setWidthFull();
        name.setAutofocus(true);
        name.setAutoselect(true);
        name.addInputListener(typing -> name.setInvalid(false));
        name.addKeyPressListener(Key.ENTER, key -> submit());
        submit = new Button(verb, click -> submit());
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
        Errand.run(submit, () -> work.apply(text), result -> {
            close();
            done.accept(text, result);
        });
    }
}
