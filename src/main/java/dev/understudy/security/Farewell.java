package dev.understudy.security;

import com.vaadin.flow.server.WrappedSession;
import dev.understudy.team.account.SessionMark.Ending;
import java.util.Optional;

/// What a session that was ended knows of it: why, for the page that asks to sign in again.
public final class Farewell {

    static final String ATTRIBUTE = Farewell.class.getName();

    private Farewell() {}

    /// Why the session was ended, if it was.
    public static Optional<Ending> of(WrappedSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Ending ending ? Optional.of(ending) : Optional.empty();
    }
}
