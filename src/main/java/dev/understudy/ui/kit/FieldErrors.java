package dev.understudy.ui.kit;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.InputNotifier;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import dev.understudy.team.Refusal;
import java.util.EnumMap;
import java.util.Map;

/// Shows a refusal where it belongs: at the field that it is about, else above the form. The next change of a field
/// takes its error away.
public final class FieldErrors extends Div {

    private final Map<Refusal.About, HasValidationProperties> fields = new EnumMap<>(Refusal.About.class);

    public FieldErrors() {
        addClassName("form-error");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /// Says which field shows the refusals about something.
    public <F extends HasValidationProperties & HasValue<?, ?>> void put(Refusal.About about, F field) {
        fields.put(about, field);
        field.addValueChangeListener(change -> field.setInvalid(false));
        if (field instanceof InputNotifier typedInto) {
            typedInto.addInputListener(typing -> field.setInvalid(false));
        }
    }

    public void show(Refusal why) {
        clear();
        HasValidationProperties field = fields.get(why.about());
        if (field == null) {
            setText(why.sentence());
            setVisible(true);
            return;
        }
        field.setErrorMessage(why.sentence());
        field.setInvalid(true);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    public void clear() {
        setVisible(false);
        fields.values().forEach(field -> field.setInvalid(false));
    }
}
