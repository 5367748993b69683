package dev.understudy.collab;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a change came about.
///
/// @param takesBack the revisions that it takes back, if it does, in order
public record Origin(Kind kind, List<Long> takesBack) {

    /// Somebody made it.
    public static final Origin MADE = new Origin(Kind.MADE, List.of());

    public enum Kind {
        MADE,
        /// It takes back the newest step of its author that is not taken back.
        UNDO,
        /// It takes back an undo.
        REDO,
        /// It takes back a change that somebody chose.
        REVERT
    }

    /// As the log has it.
    ///
    /// @param word null for [#MADE]; one of a later version counts as that, too
    public static Origin of(@Nullable String word, Long @Nullable [] takesBack) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .map(kind -> new Origin(kind, takesBack == null ? List.of() : List.of(takesBack)))
                .orElse(MADE);
    }

    public Origin {
        takesBack = List.copyOf(takesBack);
    }
}
