package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import dev.understudy.presence.Participant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Where the others are in a text: their carets and selections, sent to the browser when they are other than before.
final class Carets {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Component text;
    private ArrayNode shown = JSON.arrayNode();

    Carets(Component text) {
        this.text = text;
    }

    /// In a text that was opened just now, which shows none yet.
    void showAnew(List<Participant> here) {
        shown = JSON.arrayNode();
        show(here);
    }

    /// @param here those who are in the text
    void show(List<Participant> here) {
        ArrayNode carets = JSON.arrayNode();
        here.forEach(person -> person.focus()
                .selection()
                .ifPresent(selection -> carets.addObject()
                        .put("client", person.client())
                        .put("name", person.displayName())
                        .put("colour", person.colour())
                        .put("anchor", selection.anchor())
                        .put("head", selection.head())));
        if (!carets.equals(shown)) {
            shown = carets;
            text.getElement().callJsFunction("carets", carets);
        }
    }
}
