package dev.understudy.ui.editor.file;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.AssetPath;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.CopyButton;
import dev.understudy.ui.kit.Sign;
import java.util.List;

/// What can be done with one file.
final class FileMenu extends Button {

    private final ContextMenu menu = new ContextMenu(this);
    private final FileActions actions;

    FileMenu(EditorSession session, AssetPath path, FileActions actions) {
        super(Sign.DOTS_ACROSS.create());
        this.actions = actions;
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        setAriaLabel("More about " + path);
        menu.setOpenOnClick(true);
        CopyButton.copyOnClick(menu.addItem("Copy name"), path.text());
        MenuItem rename = menu.addItem("Rename…", click -> actions.rename(path));
        MenuItem delete = menu.addItem("Delete…", click -> actions.delete(path));
        delete.addClassName("danger");
        Signal.effect(this, () -> {
            boolean mayEdit = session.standing().get().mayEdit();
            rename.setVisible(mayEdit);
            delete.setVisible(mayEdit);
        });
    }

    /// What it offers, for tests.
    List<String> offers() {
        return menu.getItems().stream()
                .filter(item -> item.isVisible())
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }

    FileActions actions() {
        return actions;
    }
}
