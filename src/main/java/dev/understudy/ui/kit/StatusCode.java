package dev.understudy.ui.kit;

import com.vaadin.flow.component.html.Span;

/// A status code, coloured by its class.
public final class StatusCode extends Span {

    public StatusCode(int code) {
        addClassName("code-badge");
        setCode(code);
    }

    public void setCode(int code) {
        setText(Integer.toString(code));
        getElement().setAttribute("data-class", Integer.toString(code / 100));
    }
}
