package dev.understudy.collab;

import dev.understudy.team.Actor;
import dev.understudy.team.TokenId;
import dev.understudy.team.UserId;
import java.util.Optional;

/// That a change was about some nodes, without what it did to them.
///
/// @param token of the program that made it, if one did
public record Touch(long revision, UserId author, Optional<TokenId> token) {

    /// Whether it is part of what this actor did. What somebody does by a token is another history.
    public boolean isOf(Actor actor) {
        return author.equals(actor.user()) && token.equals(actor.token());
    }
}
