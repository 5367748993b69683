package dev.understudy.security;

import dev.understudy.team.UserId;
import dev.understudy.team.account.SessionMark;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Whom a browser session belongs to, and the mark that it was opened under. Everything else about the
/// person is looked up when it is needed, so that it is never out of date.
record SignedIn(UserId user, SessionMark mark) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return user.toString();
    }
}
