package dev.understudy.security;

import com.vaadin.flow.server.VaadinSession;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/// The page to which signing in leads, kept in the session.
public final class WantedPage {

    static final String ATTRIBUTE = "understudy-wanted";

    private WantedPage() {}

    /// Called on a thread that has the session locked, as those of views have.
    ///
    /// @param path with a slash in front
    public static void afterSignIn(String path) {
        VaadinSession.getCurrent().getSession().setAttribute(ATTRIBUTE, new SimpleSavedRequest(path));
    }
}
