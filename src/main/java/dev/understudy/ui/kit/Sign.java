package dev.understudy.ui.kit;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/// The few signs on buttons, drawn by `kit.css`: a set of icons would weigh more than everything else on the page.
public enum Sign {
    PLUS,
    CLOSE,
    DOTS_ACROSS,
    DOTS_DOWN,
    ANGLE_DOWN,
    MENU,
    UNDO,
    REDO;

    /// Makes one, as large as the letters around it. It says nothing to a screen reader; the button has to.
    public Span create() {
        Span sign = new Span();
        sign.addClassNames("sign", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        sign.getElement().setAttribute("aria-hidden", "true");
        return sign;
    }
}
