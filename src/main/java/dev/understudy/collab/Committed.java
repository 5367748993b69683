package dev.understudy.collab;

import dev.understudy.edit.Effect;
import dev.understudy.team.UserId;
import java.time.Instant;
import java.util.List;

/// A change of the log: what really changed, by whom and when. `summary` says it in words.
public record Committed(
        long revision,
        UserId author,
        String authorName,
        String client,
        long seq,
        Instant at,
        List<Effect> effects,
        String summary) {

    public Committed {
        effects = List.copyOf(effects);
    }
}
