package dev.understudy.ui.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;

/// The dialogs that are open on a page.
public final class Dialogs {

    private Dialogs() {}

    /// Closes them: what they ask for was offered to somebody who may no longer do it.
    public static void closeAll(UI ui) {
        ui.getChildren()
                .filter(Dialog.class::isInstance)
                .map(Dialog.class::cast)
                .toList()
                .forEach(Dialog::close);
    }
}
