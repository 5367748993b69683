package dev.understudy.ui.editor.session;

import java.util.Optional;

/// Whether a field can be changed now: its reader may, and its node is not removed.
public final class Editable {

    private Editable() {}

    /// For effects: follows the rights and the document.
    public static boolean at(EditorSession session, Optional<FieldLocation> spot) {
        boolean there =
                spot.map(FieldLocation::node).map(session.parts()::contains).orElse(true);
        return session.standing().get().mayEdit() && there;
    }
}
