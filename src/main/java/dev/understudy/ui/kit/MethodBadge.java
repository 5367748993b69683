package dev.understudy.ui.kit;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/// An HTTP method in its colour: `get`, `post`, …, `all`, and `ws` or `crud` for the routes that are such.
public final class MethodBadge extends Span {

    public MethodBadge(String method) {
        addClassName("method");
        setMethod(method);
    }

    public void setMethod(String method) {
        String word = method.toLowerCase(Locale.ROOT);
        getElement().setAttribute("data-method", word);
        setText(
                switch (word) {
                    case "delete" -> "DEL";
                    case "options" -> "OPT";
                    case "" -> "ALL";
                    default -> word.toUpperCase(Locale.ROOT);
                });
    }
}
