package dev.understudy.ui.home;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import dev.understudy.ui.kit.CopyButton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be done with one environment. Filled when it is opened, so that it offers what is possible then.
final class EnvironmentMenu extends Button {

    private final EnvironmentActions actions;
    private final ContextMenu menu = new ContextMenu(this);
    private @Nullable EnvironmentLine line;

    EnvironmentMenu(EnvironmentActions actions) {
        super("⋯");
        this.actions = actions;
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        menu.setOpenOnClick(true);
        menu.setPosition(ContextMenuPosition.BOTTOM_END);
    }

    void show(EnvironmentLine newLine) {
        boolean refill =
                line == null || !line.mock().url().equals(newLine.mock().url());
        line = newLine;
        setAriaLabel("More about " + newLine.summary().name());
        if (refill) {
            fill(newLine);
        }
    }

    private void fill(EnvironmentLine current) {
        menu.removeAll();
        menu.addItem("Open", click -> actions.open(line()));
        if (!current.mock().url().isEmpty()) {
            CopyButton.copyOnClick(menu.addItem("Copy URL"), current.mock().url());
        }
        for (HomeServices.ExportFormat format : HomeServices.ExportFormat.values()) {
            Anchor export =
                    new Anchor(actions.export(current.summary().id(), format), AttachmentType.DOWNLOAD, format.label());
            export.addClassName("menu-link");
            menu.addItem(export);
        }
        if (actions.mayEdit()) {
            menu.addItem("Rename…", click -> actions.rename(line()));
        }
        if (actions.mayCreate()) {
            menu.addItem("Duplicate…", click -> actions.duplicate(line()));
        }
        if (actions.mayDelete()) {
            menu.addSeparator();
            menu.addItem("Delete", click -> actions.trash(line(), this)).addClassName("danger");
        }
    }

    /// What it offers, for tests.
    List<String> offers() {
        return menu.getItems().stream()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }

    EnvironmentActions actions() {
        return actions;
    }

    private EnvironmentLine line() {
        EnvironmentLine current = line;
        if (current == null) {
            throw new IllegalStateException("The menu is of nothing yet");
        }
        return current;
    }
}
