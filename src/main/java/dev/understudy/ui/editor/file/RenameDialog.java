package dev.understudy.ui.editor.file;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.environment.AssetPath;
import java.util.Optional;
import java.util.function.Function;

/// Asks for another name of a file, and stays open with the reason as long as it can't have it.
final class RenameDialog extends Dialog {

    private final TextField name = new TextField("Name");
    private final Function<AssetPath, Optional<String>> action;

    /// @param action renames; gives the reason if it can't
    RenameDialog(AssetPath path, String consequence, Function<AssetPath, Optional<String>> action) {
        super("Rename file");
        this.action = action;
        name.setValue(path.text());
        name.setMaxLength(AssetPath.MAX_LENGTH);
        name.setManualValidation(true);
        name.setWidthFull();
        name.setAutofocus(true);
        name.setAutoselect(true);
        name.addClassName("mono");
        name.setHelperText(consequence);
        name.addInputListener(typing -> name.setInvalid(false));
        name.addKeyPressListener(Key.ENTER, key -> submit());
        Button rename = new Button("Rename", click -> submit());
        rename.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        setWidth("460px");
        add(name);
        getFooter().add(new Button("Cancel", click -> close()), rename);
    }

    private void submit() {
        String text = name.getValue().strip();
        Optional<String> complaint = AssetPath.refusal(text).or(() -> action.apply(new AssetPath(text)));
        name.setErrorMessage(complaint.orElse(""));
        name.setInvalid(complaint.isPresent());
        if (complaint.isEmpty()) {
            close();
        }
    }
}
