package dev.understudy.security;

import dev.understudy.team.UserId;
import dev.understudy.team.account.SessionMark;
import dev.understudy.team.account.SessionMark.Ending;
import java.util.Optional;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Whom a browser session belongs to, and the mark that it was opened under. Everything else about the
/// person is looked up when it is needed, so that it is never out of date.
///
/// @param next another mark under which it is open: that of a password which its owner is changing to
record SignedIn(UserId user, SessionMark mark, SessionMark next) implements AuthenticatedPrincipal {

    SignedIn(UserId user, SessionMark mark) {
        this(user, mark, mark);
    }

    /// Why the session is over, if it is.
    ///
    /// @param now the mark of the account at this moment
    Optional<Ending> ending(SessionMark now) {
        return (now.password().equals(next.password()) ? next : mark).ending(now);
    }

    @Override
    public String getName() {
        return user.toString();
    }
}
