package dev.understudy.team;

import java.util.Optional;
import java.util.Set;

/// Who acts. Somebody at a browser has every scope, a program with an access token has those of the token.
/// Being an actor gives no right yet: what one may do depends on the team, see [Accesses].
///
/// @param token what the program came with, if it is one
public record Actor(UserId user, String displayName, String email, Set<TokenScope> scopes, Optional<TokenId> token) {

    static final Actor SERVER = new Actor(UserId.SERVER, "Understudy", "", TokenScope.all());

    public Actor {
        scopes = Set.copyOf(scopes);
    }

    /// Somebody who did not come with a token.
    public Actor(UserId user, String displayName, String email, Set<TokenScope> scopes) {
        this(user, displayName, email, scopes, Optional.empty());
    }
}
