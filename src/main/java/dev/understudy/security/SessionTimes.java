package dev.understudy.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets the session of somebody who is signed in last. Until then it is short, and one of many that go.
final class SessionTimes extends OncePerRequestFilter {

    static final Duration SIGNED_IN = Duration.ofHours(12);

    private final AnonymousSessions anonymous;

    SessionTimes(AnonymousSessions anonymous) {
        this.anonymous = anonymous;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        int seconds = Math.toIntExact(SIGNED_IN.toSeconds());
        if (session != null
                && authentication != null
                && authentication.getPrincipal() instanceof SignedIn
                && session.getMaxInactiveInterval() != seconds) {
            session.setMaxInactiveInterval(seconds);
            anonymous.signedIn(session);
        }
        chain.doFilter(request, response);
    }
}
