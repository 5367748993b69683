package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A drop-down whose choices go to the browser as one list of words; of Vaadin's own class each choice is three nodes.
/// Its value is one of the choices, or null before the first is set.
@Tag("vaadin-select")
@JsModule("@vaadin/select/src/vaadin-select.js")
public final class ChoiceBox<T> extends AbstractSinglePropertyField<ChoiceBox<T>, T>
        implements HasLabel, HasStyle, HasValidationProperties, Focusable<ChoiceBox<T>> {

    private Map<T, String> offered = Map.of();

    /// @param name for those who hear it
    @SuppressWarnings("NullAway") // there is no value before there are choices
    ChoiceBox(String name) {
        super("value", null, String.class, ChoiceBox::choice, (box, choice) -> key(choice));
        getElement().setProperty("accessibleName", name);
        getElement().setProperty("manualValidation", true);
    }

    /// Offers these, in this order, in words.
    void offer(Map<T, String> words) {
        offered = new LinkedHashMap<>(words);
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        words.forEach((choice, label) -> items.addObject().put("label", label).put("value", key(choice)));
        getElement().setPropertyJson("items", items);
    }

    /// What it offers, in this order.
    public List<T> offered() {
        return List.copyOf(offered.keySet());
    }

    public String words(T choice) {
        return offered.getOrDefault(choice, String.valueOf(choice));
    }

    /// How a choice is called in the browser; an empty word would be no choice there.
    public static String key(@Nullable Object choice) {
        return choice == null ? "" : "=" + choice;
    }

    private @Nullable T choice(String key) {
        return offered.keySet().stream()
                .filter(choice -> key(choice).equals(key))
                .findFirst()
                .orElse(null);
    }
}
