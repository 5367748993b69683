package dev.understudy.edit;

import java.util.List;

/// An edit as it was committed, with what takes it back. The inverse holds the values from before, in the
/// order in which to apply it.
public record Effect(Edit edit, List<Edit> inverse) {

    public Effect {
        inverse = List.copyOf(inverse);
    }
}
