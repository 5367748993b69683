package dev.understudy.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import dev.understudy.history.Step.Direction;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.QuietButtons;
import dev.understudy.ui.kit.Sign;
import java.util.Optional;

/// Takes back what the reader did, and does it again: two buttons that say what, and the usual keys.
final class UndoButtons extends Span {

    private static final String PRESSED = "undo-key";
    private static final String REDO = "event.detail.redo";

    /// Where somebody types, the keys are about what they typed there, and nothing else.
    private static final String KEYS = """
            const typing = (at) => at instanceof Element && at.matches(
              'textarea, select, [contenteditable]:not([contenteditable=false]), ' +
              'input:not([type=checkbox], [type=radio], [type=button], [type=submit])');
            const pressed = (event) => {
              if (!this.isConnected) {
                window.removeEventListener('keydown', pressed);
                return;
              }
              const key = event.key.toLowerCase();
              if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
              if (event.defaultPrevented || event.composedPath().some(typing)) return;
              if (document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) return;
              event.preventDefault();
              this.dispatchEvent(new CustomEvent('undo-key', { detail: { redo: key === 'y' || event.shiftKey } }));
            };
            window.addEventListener('keydown', pressed);
            """;

    private final EditorSession session;

    UndoButtons(EditorSession session) {
        this.session = session;
        addClassName("undo");
        Button undo = QuietButtons.of(Sign.UNDO, "Undo", () -> take(Direction.UNDO));
        Button redo = QuietButtons.of(Sign.REDO, "Redo", () -> take(Direction.REDO));
        add(undo, redo);
        getElement().executeJs(KEYS);
        getElement()
                .addEventListener(
                        PRESSED,
                        event -> take(
                                event.getEventData().path(REDO).asBoolean(false) ? Direction.REDO : Direction.UNDO))
                .addEventData(REDO);
        Signal.effect(this, () -> {
            boolean mayEdit = session.standing().get().mayEdit();
            setVisible(mayEdit);
            show(undo, Direction.UNDO);
            show(redo, Direction.REDO);
        });
    }

    private void show(Button button, Direction direction) {
        Optional<String> what = session.undo().next().get().of(direction);
        String words = what.map(named -> (direction == Direction.UNDO ? "Undo: " : "Redo: ") + named)
                .orElse("Nothing to " + direction.verb());
        button.setEnabled(what.isPresent());
        button.setAriaLabel(words);
        button.setTooltipText(words + (direction == Direction.UNDO ? " (Ctrl+Z)" : " (Ctrl+Shift+Z)"));
    }

    private void take(Direction direction) {
        if (session.standing().peek().mayEdit()) {
            session.undo().take(direction);
        }
    }
}
