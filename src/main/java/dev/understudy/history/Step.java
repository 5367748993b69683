package dev.understudy.history;

import java.util.List;
import java.util.Locale;

/// What one press takes back, or does again.
///
/// @param direction what the press is
/// @param revisions those of its changes, in order
/// @param what in words, such as "set status code of GET /orders"
public record Step(Direction direction, List<Long> revisions, String what) {

    public enum Direction {
        UNDO,
        REDO;

        /// As one says it.
        public String verb() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Step {
        revisions = List.copyOf(revisions);
    }
}
