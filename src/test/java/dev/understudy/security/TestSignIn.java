package dev.understudy.security;

import dev.understudy.team.UserId;
import org.springframework.security.core.Authentication;

/// What a session holds after somebody signed in, for tests that are not about signing in.
public final class TestSignIn {

    private TestSignIn() {}

    public static Authentication of(UserId user) {
        return PasswordSignIn.authenticated(new SignedIn(user, "any"));
    }
}
