package dev.understudy.ui.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Asks before somebody loses rights, and what else is to be revoked with them: what they made is chosen already.
final class DepartureDialog extends Dialog {

    /// @param verb what the button says
    /// @param act is given what is to be revoked
    DepartureDialog(
            String title, String consequence, String verb, List<Keepsake> keepsakes, Consumer<Set<Keepsake>> act) {
        super(title);
        Paragraph text = new Paragraph(consequence);
        text.addClassName("confirm");
        CheckboxGroup<Keepsake> revoked = new CheckboxGroup<>("Revoke as well");
        revoked.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        revoked.setHelperText("These work for whoever knows them, with or without an account.");
        revoked.setItems(keepsakes);
        revoked.setItemLabelGenerator(Keepsake::label);
        revoked.select(keepsakes.stream().filter(Keepsake::theirs).toList());
        revoked.setVisible(!keepsakes.isEmpty());
        Button cancel = new Button("Cancel", click -> close());
        cancel.setAutofocus(true);
        Button button = new Button(verb, click -> {
            close();
            act.accept(revoked.getSelectedItems());
        });
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        addClassName("form-dialog");
        add(text, revoked);
        getFooter().add(cancel, button);
    }
}
