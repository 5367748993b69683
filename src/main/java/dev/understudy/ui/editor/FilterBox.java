package dev.understudy.ui.editor;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/// The box that narrows a list. A slash typed outside of texts goes there, if it is on the screen.
final class FilterBox extends TextField {

    private static final int PAUSE_MILLIS = 150;

    private static final String SLASH_GOES_HERE = """
            const box = this;
            document.addEventListener('keydown', function slash(pressed) {
              if (!box.isConnected) {
                document.removeEventListener('keydown', slash);
                return;
              }
              const typing = pressed.composedPath()[0].closest?.('input, textarea, [contenteditable]');
              const shown = box.offsetParent !== null;
              if (shown && pressed.key === '/' && !typing && !pressed.ctrlKey && !pressed.metaKey && !pressed.altKey) {
                pressed.preventDefault();
                box.focus();
              }
            });
            """;

    /// @param words what is filtered: "Filter routes"
    FilterBox(String words, Consumer<String> filter) {
        setPlaceholder(words);
        setAriaLabel(words);
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(PAUSE_MILLIS);
        setTooltipText("/ goes here");
        addAttachListener(attached -> getElement().executeJs(SLASH_GOES_HERE));
        addValueChangeListener(change -> filter.accept(change.getValue()));
    }
}
