package dev.understudy.collab;

import dev.understudy.edit.Effect;
import dev.understudy.team.TokenId;
import dev.understudy.team.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A change of the log: what really changed, by whom and when.
///
/// @param token what the program of the author came with, if it was one
/// @param step what joins it with others to one action, see [dev.understudy.edit.Change#step]
/// @param summary says it in words
/// @param whole false if another version of the software did something else as well that this one can't read
public record CommittedChange(
        long revision,
        UserId author,
        String authorName,
        Optional<TokenId> token,
        String client,
        long seq,
        Optional<String> step,
        Origin origin,
        Instant at,
        List<Effect> effects,
        String summary,
        boolean whole) {

    public CommittedChange {
        effects = List.copyOf(effects);
    }
}
