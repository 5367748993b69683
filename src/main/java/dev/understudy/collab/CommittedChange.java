package dev.understudy.collab;

import dev.understudy.edit.Effect;
import dev.understudy.team.UserId;
import java.time.Instant;
import java.util.List;

/// A change of the log: what really changed, by whom and when.
///
/// @param summary says it in words
/// @param whole false if another version of the software did something else as well that this one can't read
public record CommittedChange(
        long revision,
        UserId author,
        String authorName,
        String client,
        long seq,
        Instant at,
        List<Effect> effects,
        String summary,
        boolean whole) {

    public CommittedChange {
        effects = List.copyOf(effects);
    }
}
