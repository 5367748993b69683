package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import java.util.Optional;

/// Marks a field that others changed while the reader was away, for as long as they look at it for the first time.
final class Fresh {

    private static final String ATTRIBUTE = "data-fresh";

    private Fresh() {}

    static void mark(Component frame, EditorSession session, Signal<Optional<FieldLocation>> spot) {
        Signal.effect(frame, () -> {
            boolean fresh = spot.get().filter(session.news()::isNew).isPresent();
            if (fresh != frame.getElement().hasAttribute(ATTRIBUTE)) {
                frame.getElement().setAttribute(ATTRIBUTE, fresh);
            }
        });
    }
}
