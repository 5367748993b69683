package dev.understudy.ui.editor.field;

import dev.understudy.edit.Edit;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import dev.understudy.ui.kit.Notices;
import java.util.List;

/// Offers what somebody typed and what did not get into the document. Only with the lock of the UI.
final class Unsaved {

    private static final int MAX_EXCERPT = 80;

    private Unsaved() {}

    /// @param lost all that stood in the field, for the place of what stands there when somebody wants it back
    static void offer(EditorSession session, FieldLocation place, Object lost) {
        Edit again = new Edit.Set(place.node(), place.field().key(), lost);
        Notices.offering(
                "“%s” was not saved in %s."
                        .formatted(excerpt(lost.toString()), place.field().label()),
                "Put it back",
                () -> session.submit(
                        List.of(again), answer -> answer.complaint().ifPresent(Notices::failed)));
    }

    private static String excerpt(String lost) {
        return lost.length() <= MAX_EXCERPT
                ? lost
                : lost.substring(0, MAX_EXCERPT).strip() + "…";
    }
}
