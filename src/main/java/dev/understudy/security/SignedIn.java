package dev.understudy.security;

import dev.understudy.team.UserId;
import dev.understudy.team.account.User;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Whom a browser session belongs to. Everything else about the person is looked up when it is needed, so that it is
/// never out of date.
record SignedIn(UserId user) implements AuthenticatedPrincipal {

    static SignedIn as(User user) {
        return new SignedIn(user.id());
    }

    @Override
    public String getName() {
        return user.toString();
    }
}
