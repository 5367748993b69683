package dev.understudy.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/// Small buttons that stand back behind what they are about.
public final class QuietButtons {

    private QuietButtons() {}

    public static Button of(String words, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }

    /// One that shows a sign alone.
    ///
    /// @param name for those who don't see the sign
    public static Button of(Sign sign, String name, Runnable action) {
        Button button = new Button(sign.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(name);
        return button;
    }
}
