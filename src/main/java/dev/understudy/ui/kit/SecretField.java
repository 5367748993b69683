package dev.understudy.ui.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;

/// A link or a token that is shown this once, with a button that copies it.
public final class SecretField extends Div {

    public SecretField(String label, String copyLabel, String secret) {
        TextField field = new TextField(label);
        field.setValue(secret);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.addClassName("mono");
        addClassName("secret");
        add(field, new CopyButton(copyLabel, secret));
    }
}
