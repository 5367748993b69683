package dev.understudy.security.cookie;

import dev.understudy.wall.OwnCookies;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Manager;
import org.apache.catalina.Session;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/// Chooses the cookies that a request is believed: the application's own, over HTTPS only those that nobody else can
/// have set, and gives them their plain names. Of several sessions it takes the one that somebody is signed in to,
/// since whoever can set cookies for this host may have put others before it. Stands behind what knows whether the
/// browser speaks HTTPS.
final class BelievedCookies extends ValveBase {

    private static final String DONE = BelievedCookies.class.getName();

    /// Where Spring Security keeps in a session who is signed in; nothing is there for strangers.
    private static final String SIGNED_IN = "SPRING_SECURITY_CONTEXT";

    BelievedCookies() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        // A request that goes on after waiting comes by again.
        if (request.getNote(DONE) == null) {
            request.setNote(DONE, true);
            List<Cookie> believed = believed(request.getCookies(), request.isSecure());
            request.clearCookies();
            believed.forEach(request::addCookie);
            String session = session(believed, request.getContext().getManager());
            request.setRequestedSessionId(session);
            request.setRequestedSessionCookie(session != null);
            request.setRequestedSessionURL(false);
        }
        getNext().invoke(request, response);
    }

    static List<Cookie> believed(Cookie @Nullable [] sent, boolean secure) {
        List<Cookie> believed = new ArrayList<>();
        if (sent == null) {
            return believed;
        }
        for (Cookie cookie : sent) {
            boolean guarded = cookie.getName().startsWith(OwnCookies.HOST_PREFIX);
            String name = guarded ? cookie.getName().substring(OwnCookies.HOST_PREFIX.length()) : cookie.getName();
            if (OwnCookies.NAMES.contains(name) && (guarded || !secure)) {
                believed.add(new Cookie(name, cookie.getValue()));
            }
        }
        return believed;
    }

    /// A session that is none any more is told, too: without any, Vaadin takes cookies for switched off, and the page
    /// of a server that was started anew would not load itself again.
    private static @Nullable String session(List<Cookie> cookies, Manager manager) throws IOException {
        String asked = null;
        String anybodys = null;
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(OwnCookies.SESSION)) {
                asked = cookie.getValue();
                Session session = manager.findSession(asked);
                if (session != null && session.isValid()) {
                    if (session.getSession().getAttribute(SIGNED_IN) != null) {
                        return session.getIdInternal();
                    }
                    anybodys = anybodys == null ? session.getIdInternal() : anybodys;
                }
            }
        }
        return anybodys == null ? asked : anybodys;
    }
}
