package dev.understudy.ui.editor.field;

import dev.understudy.ui.editor.session.FieldLocation;
import dev.understudy.ui.editor.session.SubmitResult;
import dev.understudy.ui.kit.Notices;
import java.util.Optional;
import java.util.function.Consumer;

/// What somebody chose last in a box stands there until the room has answered. Only with the lock of the UI.
final class LastChoice {

    private Optional<FieldLocation> place = Optional.empty();
    private boolean awaited;
    private int made;

    /// Whether the box shows what was chosen, and not what the document has.
    boolean isAwaited() {
        return awaited;
    }

    /// The box shows another field from now on.
    void moved(FieldLocation to) {
        place = Optional.of(to);
        awaited = false;
    }

    /// Somebody chose something.
    ///
    /// @param settle is told what to say of it once it is the document's turn again
    /// @return what to give the answer to
    Consumer<SubmitResult> made(FieldLocation at, Consumer<Optional<String>> settle) {
        awaited = true;
        int number = ++made;
        return answer -> {
            if (number != made) {
                return;
            }
            awaited = false;
            if (place.equals(Optional.of(at))) {
                settle.accept(answer.complaint());
            } else {
                answer.complaint().ifPresent(Notices::failed);
            }
        };
    }
}
