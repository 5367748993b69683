package dev.understudy.edit;

import java.util.List;

/// What the log has of one change, whichever version wrote it.
///
/// @param whole false if something can't be read: the effects are not all that happened
public record StoredEdits(List<Effect> effects, boolean whole) {

    public StoredEdits {
        effects = List.copyOf(effects);
    }
}
