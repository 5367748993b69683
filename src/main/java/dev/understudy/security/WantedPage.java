package dev.understudy.security;

import com.vaadin.flow.server.WrappedSession;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/// The page to which signing in leads, kept in the session.
public final class WantedPage {

    static final String ATTRIBUTE = "understudy-wanted";

    private WantedPage() {}

    /// Any thread may call it.
    ///
    /// @param path with a slash in front
    public static void afterSignIn(WrappedSession session, String path) {
        session.setAttribute(ATTRIBUTE, new SimpleSavedRequest(path));
    }
}
