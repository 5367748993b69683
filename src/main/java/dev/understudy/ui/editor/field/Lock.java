package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.signals.Signal;
import dev.understudy.ui.editor.session.Editable;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import java.util.Optional;

/// Makes a box read-only for as long as its field can't be changed.
final class Lock {

    private Lock() {}

    static void follow(
            Component owner, HasValue<?, ?> box, EditorSession session, Signal<Optional<FieldLocation>> spot) {
        Signal.effect(owner, () -> {
            boolean locked = !Editable.at(session, spot.get());
            if (box.isReadOnly() != locked) {
                box.setReadOnly(locked);
            }
        });
    }
}
