package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import java.io.Serializable;

/// A property that goes to the browser although the server takes it for known there: what the server had sent before
/// may have crossed on the way with what was chosen there, and then stands there instead. Only with the lock of the UI.
final class Resent {

    private final Component box;
    private final String property;
    private boolean sending;

    /// @param property a text, or true or false
    Resent(Component box, String property) {
        this.box = box;
        this.property = property;
    }

    /// Whether what the box tells its listeners now is only for the sake of sending.
    boolean isSending() {
        return sending;
    }

    void send() {
        ElementPropertyMap properties = box.getElement().getNode().getFeature(ElementPropertyMap.class);
        Serializable value = properties.getProperty(property);
        if (value == null) {
            return;
        }
        sending = true;
        // As if the browser had said something else: only what differs from that is sent.
        properties.setProperty(property, value instanceof Boolean is ? !is : "", false);
        properties.setProperty(property, value, true);
        sending = false;
    }
}
