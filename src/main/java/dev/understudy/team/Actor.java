package dev.understudy.team;

import java.util.Set;

/// Who acts. Somebody at a browser has every scope, a program with an access token has those of the token.
/// Being an actor gives no right yet: what one may do depends on the team, see [Accesses].
public record Actor(UserId user, String displayName, String email, Set<TokenScope> scopes) {

    static final Actor SERVER = new Actor(UserId.SERVER, "Understudy", "", TokenScope.all());

    public Actor {
        scopes = Set.copyOf(scopes);
    }
}
