package dev.understudy.ui.editor.session;

import java.util.Optional;

/// Whether what was changed in a page is saved.
///
/// @param waiting how many changes are on their way
/// @param trouble why they can't be saved for the moment: a sentence
public record Saving(int waiting, Optional<String> trouble) {

    static final Saving NOTHING = new Saving(0, Optional.empty());

    Saving more() {
        return new Saving(waiting + 1, trouble);
    }

    Saving fewer() {
        return new Saving(waiting - 1, trouble);
    }

    Saving troubled(Optional<String> now) {
        return new Saving(waiting, now);
    }
}
