package dev.understudy.security;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.shared.ApplicationConstants;
import dev.understudy.team.account.SessionMark.Ending;
import dev.understudy.team.account.Users;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends sessions that are over, see [CurrentUser#ending]: whoever changes a password that somebody else knows is alone
/// afterwards. Such a session is emptied and keeps its id: a page that was open sends more than one request when it
/// goes, in any order, and each of them finds the same nothing, and why.
final class EndedSessions extends OncePerRequestFilter {

    private final Users users;
    private final SessionMarks marks;
    private final AnonymousSessions anonymous;

    EndedSessions(Users users, SessionMarks marks, AnonymousSessions anonymous) {
        this.users = users;
        this.marks = marks;
        this.anonymous = anonymous;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            boolean open = isOfAnOpenPage(request);
            Optional<Ending> ending =
                    CurrentUser.endingOf(person, open ? marks.of(person.user()) : users.mark(person.user()));
            if (ending.isPresent() && open) {
                leave(request, response);
                return;
            }
            if (ending.isPresent()) {
                signOut(request, response, authentication);
                empty(request.getSession(), ending.get());
            }
        }
        chain.doFilter(request, response);
    }

    private static void signOut(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        SecurityContextLogoutHandler handler = new SecurityContextLogoutHandler();
        handler.setInvalidateHttpSession(false);
        handler.logout(request, response, authentication);
    }

    private void empty(HttpSession session, Ending ending) {
        Collections.list(session.getAttributeNames()).forEach(session::removeAttribute);
        session.setAttribute(Farewell.ATTRIBUTE, ending);
        anonymous.signedOut(session);
    }

    /// What a page sends of itself, its farewell included. There is nothing that it could be answered any more.
    private static boolean isOfAnOpenPage(HttpServletRequest request) {
        String type = request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
        return ApplicationConstants.REQUEST_TYPE_UIDL.equals(type)
                || ApplicationConstants.REQUEST_TYPE_HEARTBEAT.equals(type)
                || ApplicationConstants.REQUEST_TYPE_PUSH.equals(type);
    }

    /// Sends the page to the login, in the words of its own protocol where it waits for an answer.
    private static void leave(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type = request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
        if (!ApplicationConstants.REQUEST_TYPE_UIDL.equals(type)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter()
                .write(VaadinService.createCriticalNotificationJSON(
                        null, null, null, request.getContextPath() + "/login"));
    }
}
