package dev.understudy.security;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/// The sessions of whoever is not signed in, the oldest first. There are [#MOST] at most: each further one ends the
/// oldest, so that nobody fills the memory by asking for the login page. Any thread may call it.
@Component
class AnonymousSessions implements HttpSessionListener, HttpSessionIdListener {

    static final int MOST = 5_000;

    private final SequencedMap<String, HttpSession> sessions = new LinkedHashMap<>();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        add(session).ifPresent(AnonymousSessions::end);
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String before) {
        HttpSession session = event.getSession();
        synchronized (sessions) {
            if (sessions.remove(before) != null) {
                sessions.put(session.getId(), session);
            }
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        signedIn(event.getSession());
    }

    /// This one stays.
    void signedIn(HttpSession session) {
        synchronized (sessions) {
            sessions.remove(session.getId());
        }
    }

    /// This one belongs to nobody any more, and goes as soon as those of strangers.
    void signedOut(HttpSession session) {
        session.setMaxInactiveInterval(session.getServletContext().getSessionTimeout() * 60);
        add(session).ifPresent(AnonymousSessions::end);
    }

    int count() {
        synchronized (sessions) {
            return sessions.size();
        }
    }

    private Optional<HttpSession> add(HttpSession session) {
        synchronized (sessions) {
            sessions.put(session.getId(), session);
            return sessions.size() > MOST
                    ? Optional.of(sessions.pollFirstEntry().getValue())
                    : Optional.empty();
        }
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException gone) {
            // It ended by itself meanwhile.
        }
    }
}
