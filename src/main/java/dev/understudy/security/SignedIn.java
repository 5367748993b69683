package dev.understudy.security;

import dev.understudy.team.UserId;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Whom a browser session belongs to, and the mark of the password that it was opened under. Everything else about the
/// person is looked up when it is needed, so that it is never out of date.
record SignedIn(UserId user, String passwordMark) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return user.toString();
    }
}
