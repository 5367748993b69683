package dev.understudy.security;

import dev.understudy.team.Secrets;
import dev.understudy.team.UserId;
import dev.understudy.team.account.SessionMark;
import java.util.HexFormat;
import org.springframework.security.core.Authentication;

/// What a session holds after somebody signed in, for tests that are not about signing in.
public final class TestSignIn {

    private TestSignIn() {}

    /// Somebody who signed in at this moment.
    ///
    /// @param user whose row in the database has no hash of a password
    public static Authentication of(UserId user) {
        SessionMark mark = new SessionMark(HexFormat.of().formatHex(Secrets.hash("")), 0);
        return PasswordSignIn.authenticated(new SignedIn(user, mark));
    }
}
