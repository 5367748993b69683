package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.environment.Field;

/// The box of one line that a field of a node is typed into, as all of them look.
final class ShortBox {

    private ShortBox() {}

    /// With the field's name above it; the browser adds nothing of its own.
    static TextField of(Field<?> field) {
        TextField box = new TextField(field.label());
        box.setManualValidation(true);
        box.setAutocorrect(false);
        box.getElement().setAttribute("autocomplete", "off");
        return box;
    }

    /// Without a label above it, as in a row: the words stand in it as long as it is empty.
    static void hint(TextField box, String words) {
        box.setLabel(null);
        box.setAriaLabel(words);
        box.setPlaceholder(words);
        box.addClassName("mono");
    }
}
